const api = globalThis.browser ?? globalThis.chrome
api.runtime.sendMessage({ kind: 'seen', url: location.href }).then(({ seen }) => {
  document.title = `probed ${seen}`
})
