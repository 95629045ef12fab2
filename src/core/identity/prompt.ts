import { findNames } from './names'

/** What the user's question does to claims in the answer. */
export interface Frame {
  /** Developers whose part the model was asked to play. */
  played: ReadonlySet<string>
  /** Developers whose words the model was asked to write, translate or rework. */
  written: ReadonlySet<string>
  /** Fiction or a part of any kind was asked for. */
  creative: boolean
  /** Asked about the model itself. */
  asksIdentity: boolean
  words: string | null
}

const none: Frame = { played: new Set(), written: new Set(), creative: false, asksIdentity: false, words: null }

const play = /pretend|act as|role-?play|imagine (?:that )?you|simulate|you are now|from now on,? you|speak as|in the voice of|play the (?:role|part)|impersonate|assume the (?:role|identity)|stell dir vor|tu so, als|spiel(?:e)? die rolle|fais comme si|imagine que tu|joue le rôle|finge|imagina que|actúa como|haz de cuenta|aja como|fingi di|fai finta|immagina|представь|притворись|веди себя как|сыграй роль|假装|假裝|扮演|假设你是|你现在是|想象你|ふりをして|演じて|になりきって|だと思い込んで|척해|연기해|역할을|hãy đóng vai|giả vờ|rol yap|gibi davran|تظاهر|تخيل|berpura-pura|udawaj|wyobraź|прикинься|уяви|doe alsof|แกล้งทำ|สมมติ|وانمود|मान लो|नाटक/iu
const write = /translate|translation|rewrite|rephrase|paraphrase|proofread|correct (?:the|this)|summari[sz]e|system prompt|write (?:a|an|some|the|me|us)\b[^.?!]{1,40}(?:prompt|code|function|script|dialogue|story|poem|tweet|sentence|example|message|letter|bio|introduction|conversation|test|sample)|übersetz|tradui|traduc|traduz|перевед|перевод|翻译|翻譯|翻訳|번역|dịch (?:câu|sang|đoạn)|çevir|ترجم|अनुवाद|terjemahkan|przetłumacz|vertaal|แปล|改写|润色|系统提示/iu
const creative = /pretend|act as|role-?play|imagine|as an? [a-z -]{3,40}, (?:how|what|introduce|tell|explain)|introduce yourself as|if you were|in the (?:style|voice) of|\bstory\b|\bpoem\b|\bnovel\b|\bdialogue\b|\bscript\b|\bcharacter\b|\bletter\b|\brap\b|\bfiction|\bscene\b|\bplay\b|lyrics|persona|fairy|знаком|сказк|история о|рассказ|представь|притворись|сыграй|你是(?:一[个位名])|扮演|故事|小说|物語|小説|なりきって|演じて|だと思い込んで|이야기|소설|역할|conte\b|histoire|cuento|historia|geschichte|rolle/iu
const identity = /who (?:are|made|created|developed|trained|built) you|what (?:are|is your name|model|should i call|can i call)|which (?:model|company|ai|llm|team|version)|your (?:name|model|creator|developer|company|parent|version|technology|headquarters|team)|are you (?:chatgpt|gpt|claude|gemini|an? ai|a bot|human)|what'?s your name|introduce yourself|你是谁|你是誰|什么模型|你叫|您的|你的(?:名字|开发|模型|公司)|кто ты|как (?:тебя|вас) зовут|quién eres|qui es-tu|wer bist du|あなたは誰|名前|누구|이름|siapa kamu|kimsin|من أنت|bạn là ai|chi sei|quem é você|kim jesteś|хто ти|wie ben je|कौन हो/iu

const developersIn = (text: string): Set<string> => new Set(findNames(text).map((name) => name.developer))

/** Developers named shortly after the words that ask for a part. */
function playedIn(prompt: string): Set<string> {
  const found = new Set<string>()
  for (const match of prompt.matchAll(new RegExp(play.source, 'giu'))) {
    for (const developer of developersIn(prompt.slice(match.index, match.index + 100))) found.add(developer)
  }
  return found
}

/** Reads the user's question once for all sentences of the answer. */
export function frameOf(prompt: string | null | undefined): Frame {
  if (!prompt) return none
  const head = prompt.slice(0, 6000)
  const asks = write.exec(head)
  const plays = play.exec(head)
  return {
    played: plays ? playedIn(head) : none.played,
    written: asks ? developersIn(head) : none.written,
    creative: creative.test(head),
    asksIdentity: identity.test(head),
    words: plays?.[0] ?? asks?.[0] ?? null,
  }
}
