import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { RuleSet } from '../../../core/rules/index'
import { formatAgo, t } from '../../../ui/i18n'
import { searchKept, type KeptMatch, type Progress } from './searchKept'

/** Nobody waits for the matches of half a word. */
const TYPING = 300

interface Search {
  progress: Progress | null
  running: boolean
  failed: string | null
  cancel: () => void
}

const idle: Search = { progress: null, running: false, failed: null, cancel: () => undefined }

/** Searches again whenever the rules change, once the person pauses. */
function useSearch(rules: RuleSet | null, again: number): Search {
  const [search, setSearch] = useState(idle)
  useEffect(() => {
    const over = new AbortController()
    const set = (change: Partial<Search>) => setSearch((old) => (over.signal.aborted ? old : { ...old, ...change }))
    const cancel = () => {
      set({ running: false })
      over.abort()
    }
    set({ ...idle, running: rules !== null, cancel })
    const timer = setTimeout(() => {
      if (!rules) return
      searchKept(rules, (progress) => set({ progress, running: !progress.done }), over.signal).catch((error: unknown) => set({ running: false, failed: String(error) }))
    }, TYPING)
    return () => {
      clearTimeout(timer)
      over.abort()
    }
  }, [rules, again])
  return search
}

/** Where the rule matches in the conversations that were kept. */
export function Kept({ rules }: { rules: RuleSet | null }): JSX.Element {
  const [again, setAgain] = useState(0)
  const { progress, running, failed, cancel } = useSearch(rules, again)
  return (
    <section class="panel" data-kept={running ? 'searching' : 'still'}>
      <h2>{t('tryOnKept')}</h2>
      {!rules && <p class="faint">{t('keptWaits')}</p>}
      {failed && <p role="alert">{t('keptFailed', failed)}</p>}
      {rules && progress && <Count progress={progress} />}
      {running && (
        <p class="actions">
          <progress max={progress?.total ?? 1} value={progress?.conversations ?? 0} aria-label={t('tryOnKept')} />
          <button class="button" onClick={cancel}>{t('cancel')}</button>
        </p>
      )}
      {rules && !running && progress?.done === false && <button class="button" onClick={() => setAgain(again + 1)}>{t('searchAgain')}</button>}
      <ul class="kept">{progress?.first.map((match) => <Match match={match} />)}</ul>
      {progress && progress.matches > progress.first.length && <p class="faint">{t('firstShown', progress.first.length)}</p>}
    </section>
  )
}

function Count({ progress }: { progress: Progress }): JSX.Element {
  if (progress.total === 0) return <p class="faint" role="status">{t('keptNone')}</p>
  const { matches, conversationsWithMatches, conversations, total } = progress
  return <p class="count" role="status">{t('matchesInKept', matches, conversationsWithMatches, conversations, total)}</p>
}

function Match({ match }: { match: KeptMatch }): JSX.Element {
  return (
    <li>
      <p class="snippet">
        {match.before}
        <mark>{match.quote}</mark>
        {match.after}
      </p>
      <p class="faint about">
        {/^https?:/.test(match.url) ? <a class="link" href={match.url} target="_blank" rel="noreferrer">{match.title}</a> : match.title}
        {['', match.host, ...(match.where === 'trace' ? [t('whereTrace')] : []), formatAgo(match.at)].join(' · ')}
      </p>
    </li>
  )
}
