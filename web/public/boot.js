// Before the first paint: the chosen theme and language, so that the page never flashes in the wrong colours.
;(function () {
  var chosen = 'system'
  var language = ''
  try {
    chosen = localStorage.getItem('zx.theme') || 'system'
    language = localStorage.getItem('zx.language') || ''
  } catch {
    // Storage may be forbidden; the system's choice is then right.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (language) document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
})()
