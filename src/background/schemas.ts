import * as v from 'valibot'
import { captureSchema } from '../core/captures/schema'

/** What content scripts may say: they live in pages, so everything is checked where it enters. */
export const SavedCapture = v.object({ capture: v.omit(captureSchema, ['sha256']) })

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const PageBadge = v.object({ conflicts: count, unverifiable: count, broken: v.boolean() })
