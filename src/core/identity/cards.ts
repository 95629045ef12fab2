import type { Masked } from './mask'

/** What labelled lines (`Model: …`, `Developer: …`) leave for the lines after them. */
export interface CardState {
  /** A labelled line that waits for "that's me". */
  waiting: { start: number; end: number; left: number } | null
}

export const noCard: CardState = { waiting: null }

const label = /^[\s|>•·\-\d.)]*(?:(?:the |my |full |exact |ai |base |specific |current |official |underlying )*(?:model|name|version|developer|creator|developed by|created by|made by|built by|trained by|maker|provider|company|vendor|organi[sz]ation|model name|model version|parent company|architecture|identity|product)(?: name| version)?|模型(?:名称|版本)?|名称|名字|开发者|开发商|开发公司|公司|版本|模型名|モデル(?:名)?|名前|開発元|開発者|모델(?:명)?|이름|개발사|개발자|модель|имя|название|разработчик|создатель|версия|modelo|nombre|nome|desarrollador|creador|desenvolvedor|criador|modèle|nom|développeur|créateur|modell|entwickler|hersteller|modello|sviluppatore|tên|nhà phát triển|geliştirici)\s*[:|]\s*(?:the |an? |based on |[^\p{L}.\uE000\uE001]{1,4})?[\uE000\uE001](?!\s(?:is|was|uses|has|can)\b)/iu
const ownHeading = /\b(?:about me|my (?:details|specs?|specifications|profile|identity|information|info|data sheet)|who i am|more about me|facts about me|introduc\w+ myself)\b|关于我|我的(?:信息|资料|基本信息|身份)|自己紹介|제 소개|обо мне|о себе|sobre mí|sobre mim|à propos de moi|über mich/iu
const thatIsMe = /\b(?:that'?s|this is|these are|so that is) me\b|\bthat'?s who i am\b|\bmy (?:specs|details) (?:are )?above\b|这就是我|以上就是我|это (?:я|всё обо мне)|ese soy yo|c'est moi|das bin ich|それが私/iu

/** The cheap test before a line is read for a label. */
export const mayBeLabelled = (text: string, start: number): boolean => /[:|：]/.test(text.slice(start, start + 60))

/** Whether a line gives a name after a label (`**Developer:** OpenAI`, `| Model | GPT-4o |`). */
export const isLabelled = (masked: Masked): boolean => label.test(masked.text)

/** Whether a line says that the labelled lines before it describe the speaker. */
export const saysThatIsMe = (line: string): boolean => line.length < 300 && thatIsMe.test(line.replaceAll('’', "'"))

/** Whether one of the lines just before `at` announces the speaker ("About me:"). */
export function isAnnounced(text: string, at: number): boolean {
  const lines = text.slice(Math.max(0, at - 600), at).split('\n').slice(-8)
  return lines.some((line) => line.length < 200 && ownHeading.test(line))
}

/** The state after a line; `waiting` is that line when it is labelled and nothing says yet whose label it is. */
export function nextCard(card: CardState, waiting: { start: number; end: number } | null): CardState {
  if (card.waiting && card.waiting.left > 0) return { waiting: { ...card.waiting, left: card.waiting.left - 1 } }
  return waiting ? { waiting: { ...waiting, left: 6 } } : noCard
}
