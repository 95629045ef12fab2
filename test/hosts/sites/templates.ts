import { chatgpt } from './chatgpt'
import { claude } from './claude'
import { deepseek } from './deepseek'
import { gemini } from './gemini'
import { grok } from './grok'
import { qwen } from './qwen'

/** The six sites, by the names `src/sites` gives them. */
export const templates = { chatgpt, claude, deepseek, gemini, grok, qwen }

export type SiteName = keyof typeof templates
