import type { Mark, Part, Polarity } from '../model'
import type { Masked } from './mask'
import type { Frame } from './prompt'
import type { Reading } from './sentence'
import { markAt } from './structure'

/** A text being read, with what is known around it. */
export interface Source {
  text: string
  marks: readonly Mark[]
  /** What the prompt does to claims; read when a name was found. */
  readonly frame: Frame
  where: Part
}

const DOUBT_WINDOW = 400

const isMachineTalk = /\bAI\b|language model|\bLLM|chatbot|assistant|artificial intelligence|人工智能|语言模型|模型|助手|アシスタント|モデル|인공지능|모델|어시스턴트|ИИ|искусственн|модель|ассистент|modelo|modèle|modell|assistent|intelligen|trợ lý|mô hình|yapay zek|نموذج|مساعد|मॉडल|सहायक|asisten|asystent|โมเดล|ผู้ช่วย|مدل|دستیار/i

/** Whether an ambiguous name can be believed to be the model's. */
function isBelievable(reading: Reading, masked: Masked, source: Source, offset: number): boolean {
  if (reading.names.some((name) => name.doubt === null)) return true
  if (reading.names.every((name) => name.developer === '')) return reading.bound && isMachineTalk.test(masked.text) && !source.frame.creative
  if (reading.bound && reading.machine) return true
  if (masked.names.some((name) => name.doubt === null && name.developer === reading.names[0]!.developer)) return true
  if (masked.names.some((name) => name.doubt === null) && reading.machine) return true
  if (reading.bound && reading.names.some((name) => name.product === null)) return !source.frame.creative
  const isWord = reading.names.every((name) => name.doubt === 'word')
  const around = masked.text + source.text.slice(Math.max(0, offset - DOUBT_WINDOW), offset)
  const isMachine = reading.machine || isMachineTalk.test(around)
  if (isWord) return isMachine || source.frame.asksIdentity
  return isMachine || !source.frame.creative
}

/** What takes a reading back from outside its sentence, and the words or structure that do. */
export interface Setting {
  polarity: Polarity
  mark: string
}

/** Structure, a persona, the question and doubt about the name: what makes a claim something else; null when nothing does. */
export function settingOf(reading: Reading, masked: Masked, source: Source, kind: 'code' | 'quote' | null, tag: string | null): Setting | null {
  const offset = masked.at[reading.start]!
  if (kind) return { polarity: 'quoted', mark: kind === 'code' ? 'code block' : 'block quote' }
  const mark = markAt(source.marks, offset)
  if (mark) return { polarity: 'quoted', mark: mark.kind === 'code' ? 'code block' : 'block quote' }
  const quote = masked.quotes.find((span) => span.start <= reading.start && reading.start < span.end)
  if (quote) return { polarity: 'quoted', mark: masked.text[quote.start]! }
  if (reading.polarity !== 'claimed') return null
  if (tag) return { polarity: 'hypothetical', mark: tag }
  const developers = reading.names.map((name) => name.developer)
  if (developers.some((developer) => source.frame.played.has(developer))) return { polarity: 'hypothetical', mark: source.frame.words ?? '' }
  if (developers.some((developer) => source.frame.written.has(developer))) return { polarity: 'quoted', mark: source.frame.words ?? '' }
  if (!isBelievable(reading, masked, source, offset)) return { polarity: source.frame.creative ? 'hypothetical' : 'mentioned', mark: '' }
  return null
}
