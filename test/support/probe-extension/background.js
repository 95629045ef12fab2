// The driver's own smoke test loads this: it registers the content script wherever access was granted, counts the
// messages it gets in storage, and shows the count on the badge, so that a test can see each of those things happen.
const api = globalThis.browser ?? globalThis.chrome
const bornAt = `${Math.random()}`

async function registerWhereGranted() {
  const { origins } = await api.permissions.getAll()
  const matches = origins.filter(origin => !origin.startsWith('https://chat.deepseek.com/'))
  await api.scripting.unregisterContentScripts()
  if (matches.length) await api.scripting.registerContentScripts([{ id: 'granted', matches, js: ['content.js'] }])
}

async function count(sender) {
  const { seen = 0 } = await api.storage.local.get('seen')
  await api.storage.local.set({ seen: seen + 1 })
  await api.action.setBadgeText({ tabId: sender.tab.id, text: String(seen + 1) })
  return { seen: seen + 1, bornAt }
}

api.permissions.onAdded.addListener(registerWhereGranted)
api.permissions.onRemoved.addListener(registerWhereGranted)
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message.kind === 'born') reply(bornAt)
  if (message.kind !== 'seen') return false
  count(sender).then(reply)
  return true
})
