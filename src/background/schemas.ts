import * as v from 'valibot'
import { captureSchema } from '../core/captures/schema'

/** What content scripts may say: they live in pages, so everything is checked where it enters. */
export const SavedCapture = v.object({ capture: v.omit(captureSchema, ['sha256']) })

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const PageBadge = v.object({ conflicts: count, unverifiable: count, broken: v.boolean() })

/** Longer files are refused before they are sent; this only bounds what one message can hold. */
export const PackFile = v.object({ text: v.pipe(v.string(), v.maxLength(25_000_000)), copy: v.boolean() })

/** Names a pack or a rule. */
export const Named = v.object({ id: v.string() })

export const SavedRule = v.object({ rule: v.unknown(), replaces: v.nullable(v.string()) })

const LONGEST_SITE_FILE = 1_000_000

/** What a person taught of the sender's page; its shape is checked where it is kept. */
export const TaughtPage = v.object({ site: v.record(v.string(), v.unknown()) })

export const SiteFile = v.object({ text: v.pipe(v.string(), v.maxLength(LONGEST_SITE_FILE)) })
