import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../ui/i18n'
import { hashOf, parseRoute } from './route'
import { views } from './views/index'

const first = Object.keys(views)[0] ?? ''

/** The view the address names, and the way to the others. */
export function Dashboard(): JSX.Element {
  const [route, setRoute] = useState(parseRoute(location.hash, first))
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash, first))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const View = (views[route.view] ?? views[first])?.component
  return (
    <>
      <Navigation current={route.view} />
      <main>{View && <View key={route.view} query={route.query} />}</main>
    </>
  )
}

function Navigation({ current }: { current: string }): JSX.Element | null {
  const named = Object.entries(views).flatMap(([name, { title }]) => (title ? [{ name, title }] : []))
  if (named.length === 0) return null
  return (
    <nav class="nav">
      <img src="/icons/32.png" width="24" height="24" alt="" />
      {named.map(({ name, title }) => (
        <a href={hashOf(name)} aria-current={name === current ? 'page' : undefined}>
          {t(title)}
        </a>
      ))}
    </nav>
  )
}
