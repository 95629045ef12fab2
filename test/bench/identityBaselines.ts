import type { Labelled } from './identityData'

/** A rule that flags an item or not. */
export interface Baseline {
  name: string
  flags(item: Labelled): boolean
}

const keywords = ['chatgpt', 'gpt-3', 'gpt-4', 'gpt3', 'gpt4', 'openai', 'open assistant', 'claude', 'anthropic', 'gemini', 'bard', 'google', 'deepmind', 'palm', 'gemma', 'llama', 'meta ai', 'mistral', 'mixtral', 'deepseek', 'qwen', 'alibaba', 'tongyi', 'glm', 'zhipu', 'kimi', 'moonshot', 'grok', 'xai', 'microsoft', 'copilot', 'phi-', 'cohere', 'vicuna', 'lmsys', 'gigachat']
const keyword = new RegExp(keywords.join('|'), 'i')
const vendors = 'OpenAI|Anthropic|Google|DeepMind|Meta|Microsoft|Alibaba|Mistral|DeepSeek|Moonshot|Zhipu|xAI|LMSYS|LAION'
const attribution = /as an (?:AI|large language model|language model|AI language model)[^.]{0,20} (?:developed|trained|created|made) by/i
const firstPerson = new RegExp(`\\b(?:I am|I'm|my name is|call me)\\s+(?:an? )?(?:${keywords.slice(0, 30).join('|')})|\\b(?:developed|trained|created|made|built) by (?:${vendors})`, 'i')

/** The three naive rules of ../shared/reference/identity.md, section 3, rebuilt from its description. */
export const baselines: readonly Baseline[] = [
  { name: 'keywords', flags: (item) => keyword.test(item.text) },
  { name: 'attribution phrase', flags: (item) => attribution.test(item.text) },
  { name: 'first-person regex', flags: (item) => firstPerson.test(item.text) },
]
