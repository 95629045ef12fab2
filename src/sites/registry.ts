import type { Site, SiteDefinition } from './site'
import { chatgpt } from './chatgpt/site'
import { claude } from './claude/site'
import { gemini } from './gemini/site'
import { aistudio } from './aistudio/site'
import { deepseek } from './deepseek/site'
import { qwen } from './qwen/site'
import { qianwen } from './qianwen/site'
import { kimi } from './kimi/site'
import { mistral } from './mistral/site'
import { grok } from './grok/site'
import { xGrok } from './x-grok/site'
import { copilot } from './copilot/site'
import { meta } from './meta/site'
import { perplexity } from './perplexity/site'
import { poe } from './poe/site'
import { huggingface } from './huggingface/site'
import { arena } from './arena/site'
import { duck } from './duck/site'
import { zai } from './zai/site'
import { chatglm } from './chatglm/site'
import { doubao } from './doubao/site'
import { yuanbao } from './yuanbao/site'
import { lumo } from './lumo/site'
import { minimax } from './minimax/site'
import { openrouter } from './openrouter/site'
import { t3 } from './t3/site'
import { you } from './you/site'
import { phind } from './phind/site'
import { openWebui } from './open-webui/site'
import { librechat } from './librechat/site'
import { nextchat } from './nextchat/site'
import { sillytavern } from './sillytavern/site'
import { textGenerationWebui } from './text-generation-webui/site'
import { anythingllm } from './anythingllm/site'
import { bigAgi } from './big-agi/site'
import { llamaCpp } from './llama-cpp/site'
import { lobechat } from './lobechat/site'
import { genericSite } from './generic/generic'
import { createSite } from './reader'

/** Every built-in site. Data only: safe to import where there is no page. */
export const definitions: readonly SiteDefinition[] = [
  chatgpt, claude, gemini, aistudio, deepseek, qwen, qianwen, kimi, mistral, grok, xGrok, copilot, meta, perplexity, poe, huggingface, arena, duck, zai, chatglm, doubao, yuanbao, lumo, minimax, openrouter, t3, you, phind,
  // Self-hosted: recognised by what the page is.
  openWebui, librechat, nextchat, sillytavern, textGenerationWebui, anythingllm, bigAgi, llamaCpp, lobechat,
]

/** Host permissions that the built-in sites need. */
export const matchPatterns: readonly string[] = [...new Set(definitions.flatMap((definition) => definition.matches))]

/** Whether an extension match pattern covers an address. */
export function covers(pattern: string, url: string): boolean {
  const parts = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern)
  if (!parts || !URL.canParse(url)) return false
  const [, scheme, host, path] = parts as unknown as [string, string, string, string]
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const wild = (text: string) => new RegExp(`^${text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`)
  const hosts = host.startsWith('*.') ? [host.slice(2), host] : [host]
  return (scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`)
    && hosts.some((one) => wild(one).test(hostname) || wild(one).test(`${hostname}:${port}`)) && wild(path).test(pathname + search)
}

function isChatPage(definition: SiteDefinition, url: string): boolean {
  return definition.paths === undefined || (URL.canParse(url) && new RegExp(definition.paths).test(new URL(url).pathname))
}

/** The definition that knows this address, or recognises this program; null when none does. Taught sites come first. */
export function definitionFor(document: Document, url: string, taught: readonly SiteDefinition[] = []): SiteDefinition | null {
  const all = [...taught, ...definitions]
  const byAddress = all.find((definition) => definition.matches.some((pattern) => covers(pattern, url)) && isChatPage(definition, url))
  if (byAddress) return byAddress
  const recognised = (definition: SiteDefinition) => definition.recognise?.every((selector) => document.querySelector(selector) !== null) ?? false
  return all.find(recognised) ?? null
}

/**
 * The site that reads this page: by address, else by what the program looks like, else by guessing. A known site
 * whose turns are not found any more is read by guessing, and says that it is degraded. Keep the instance while
 * the document lives; ask again after a navigation.
 */
export function siteFor(document: Document, url: string, taught: readonly SiteDefinition[] = []): Site {
  const definition = definitionFor(document, url, taught)
  return definition ? withGuess(createSite(definition)) : genericSite()
}

function withGuess(site: Site): Site {
  const guess = genericSite({ ...site.definition })
  let current = site
  return {
    ...site,
    read(document, url, dirty) {
      current = site
      const reading = site.read(document, url, dirty)
      if (reading.turns.length > 0 || reading.health === 'ok') return reading
      const guessed = guess.read(document, url, dirty)
      if (guessed.turns.length === 0) return reading
      current = guess
      const health = guessed.health === 'broken' ? 'broken' : 'degraded'
      return { ...reading, turns: guessed.turns, health, problems: [...reading.problems, 'Read by guessing instead.', ...guessed.problems] }
    },
    readTurn: (element) => current.readTurn(element),
    turnOf: (node) => current.turnOf(node),
  }
}
