import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { builtInPacks, type RulePack } from '../../../core/rules/index'
import { ask } from '../../../platform/messages'
import { CUSTOM_PACK, readPacks, watchPacks } from '../../../platform/packs'
import type { BackgroundMessages } from '../../../platform/protocol'
import { readSettings, watchSettings } from '../../../platform/settings'
import { t } from '../../../ui/i18n'
import { claimsPack } from '../../../ui/rules'
import { useWatched } from '../../../ui/watched'
import { hashOf } from '../../route'
import { PickFiles, useDroppedFiles } from './DropZone'
import { builtInPack, savePack } from './exportPack'
import { ImportCard } from './ImportCard'
import { useImports } from './imports'
import { ClaimsCard, PackCard } from './PackCard'
import './rules.css'

/** Every rule pack: what comes with Telltale and what the person brought, to switch, import, export and remove. */
export function RulesView(): JSX.Element {
  const settings = useWatched({ read: readSettings, watch: watchSettings })
  const own = useWatched({ read: readPacks, watch: watchPacks })
  const [removed, setRemoved] = useState<RulePack | null>(null)
  const imports = useImports()
  const over = useDroppedFiles((files) => void imports.read(files))
  const shipped = useMemo(() => builtInPacks.flatMap(({ id }) => builtInPack(id) ?? []), [])
  if (!settings || !own) return <div class="wide" aria-busy="true" />
  const remove = (pack: RulePack) => void removePack(pack).then(() => setRemoved(pack))
  return (
    <div class="wide rules-view" data-over={over}>
      <header class="view-head">
        <h1>{t('rulesTitle')}</h1>
        <p class="actions">
          <PickFiles onFiles={(files) => void imports.read(files)} />
          <a class="button" href={hashOf('workbench')}>{t('newRule')}</a>
        </p>
        <p class="faint">{t('rulesIntro')}</p>
      </header>
      <div aria-live="polite">
        {removed && <Removed pack={removed} done={() => setRemoved(null)} />}
        {imports.list.map((one) => <ImportCard key={one.id} one={one} imports={imports} />)}
      </div>
      <h2 class="group">{t('ownPacks')}</h2>
      {own.length === 0 && <p class="empty faint">{t('ownPacksNone')}</p>}
      <ul class="pack-cards">
        {own.map((pack) => (
          <PackCard key={pack.id} pack={pack} settings={settings} editable={pack.id === CUSTOM_PACK} onExport={() => savePack(pack)} onRemove={() => remove(pack)} />
        ))}
      </ul>
      <h2 class="group">{t('shippedPacks')}</h2>
      <ul class="pack-cards">
        <ClaimsCard pack={claimsPack()} settings={settings} />
        {shipped.map((pack) => <PackCard key={pack.id} pack={pack} settings={settings} onExport={() => savePack(pack)} />)}
      </ul>
      {over && <p class="drop-here">{t('dropHere')}</p>}
    </div>
  )
}

async function removePack({ id }: RulePack): Promise<void> {
  await ask<BackgroundMessages, 'packs/remove'>('packs/remove', { id })
}

function Removed({ pack, done }: { pack: RulePack; done: () => void }): JSX.Element {
  const undo = () => void ask<BackgroundMessages, 'packs/import'>('packs/import', { text: JSON.stringify(pack), copy: false }).then(({ ok }) => ok && done())
  return (
    <div class="notice" data-import="removed">
      <p>{t('packRemoved', pack.name)}</p>
      <p class="actions">
        <button class="button primary" data-do="undo" onClick={undo}>{t('undo')}</button>
        <button class="button" onClick={done}>{t('dismiss')}</button>
      </p>
    </div>
  )
}
