// /api/docs: the OpenAPI document of this server for people to read. No library: what is shown is text in elements.
const zh = (navigator.language || 'zh').startsWith('zh')
const words = zh
  ? { search: '查找路径、说明或权限', open: '无需登录', signedIn: '登录即可', permission: '需要权限', parameters: '参数', body: '请求内容', answer: '返回', example: '示例', required: '必填', none: '没有找到。', file: '文件', failed: '读取失败，请刷新页面。', about: '约定' }
  : { search: 'Find a path, a word or a permission', open: 'Open to anybody', signedIn: 'Anybody signed in', permission: 'Needs', parameters: 'Parameters', body: 'Body', answer: 'Answer', example: 'Example', required: 'required', none: 'Nothing found.', file: 'a file', failed: 'It could not be read. Load the page again.', about: 'Conventions' }
const conventions = zh
  ? [
      '程序用个人访问令牌调用：Authorization: Bearer zx_…。令牌在“设置 · 访问令牌”里创建，可以只读，也可以只给几项权限。',
      '出错时返回 problem+json：code 不变，可供程序判断；detail 是说给人听的话；errors 逐个指出不对的字段。',
      '列表用 limit 和 cursor 翻页：把上一页的 next 作为 cursor 传回来；sort 指定排序。',
      '修改要带 If-Match，内容是读取时的 ETag。别人先改过则返回 412，并附上现在的内容 current 和版本 version。',
      'POST 可带 Idempotency-Key：24 小时内，同一个键和同样的内容只做一次；内容不同则返回 422。',
      '请求太频繁返回 429，Retry-After 是要等的秒数。',
    ]
  : [
      'Programs send a personal access token: Authorization: Bearer zx_…. Make one under Settings · Access tokens; it can be read only, or give a few permissions only.',
      'Refusals are problem+json: code never changes and is for programs, detail is for people, errors names every wrong field.',
      'Lists are read with limit and cursor: hand the next of one page back as cursor. sort says in which order.',
      'Changes carry If-Match with the ETag that was read. If somebody else was faster, the answer is 412 with what is there now: current and version.',
      'POST takes an Idempotency-Key: for 24 hours the same key and body do the thing once; another body is refused with 422.',
      'Who asks too often gets 429, and Retry-After says for how many seconds to wait.',
    ]

function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes)
  made.append(...children.filter((child) => child !== undefined && child !== null))
  return made
}

let schemas = {}
const resolved = (schema) => (schema?.$ref ? schemas[schema.$ref.split('/').pop()] : schema)

function typeOf(schema) {
  if (!schema) return ''
  if (schema.$ref) {
    const target = resolved(schema)
    return target?.enum ? target.enum.join(' | ') : schema.$ref.split('/').pop()
  }
  if (schema.enum) return schema.enum.join(' | ')
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.filter((each) => each.type !== 'null').map(typeOf).join(' | ')
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`
  const type = Array.isArray(schema.type) ? schema.type.filter((each) => each !== 'null').join(' | ') : schema.type
  return schema.format ? `${type} (${schema.format})` : (type ?? '')
}

function fieldsOf(schema) {
  const target = resolved(schema)
  if (target?.type === 'array') return fieldsOf(target.items)
  return Object.entries(target?.properties ?? {}).map(([name, each]) => [name, typeOf(each), target.required?.includes(name)])
}

function table(rows, showsRequired) {
  return element('table', {}, ...rows.map(([name, type, required]) => element('tr', {}, element('td', {}, element('code', { textContent: name })), element('td', { textContent: type + (showsRequired && required ? ` · ${words.required}` : '') }))))
}

function block(title, rows, showsRequired) {
  return rows.length === 0 ? [] : [element('h4', { textContent: title }), table(rows, showsRequired)]
}

function exampleOf(method, path, operation) {
  const lines = [`curl -H "Authorization: Bearer $TOKEN" \\`]
  if (method !== 'get') lines.push(`  -X ${method.toUpperCase()} \\`)
  if (['patch', 'put', 'delete'].includes(method)) lines.push(`  -H 'If-Match: "1"' \\`)
  const body = operation.requestBody?.content?.['application/json']?.schema
  if (body) {
    const filled = Object.fromEntries(fieldsOf(body).filter(([, , required]) => required).map(([name, type]) => [name, type.includes('|') && !type.startsWith('string') ? type.split(' | ')[0] : type.startsWith('integer') ? 1 : type === 'boolean' ? true : '…']))
    lines.push(`  -H 'Content-Type: application/json' -d '${JSON.stringify(filled)}' \\`)
  }
  return [...lines, `  ${location.origin}${path}`].join('\n')
}

function access(operation) {
  if (operation['x-permission']) return `${words.permission} ${operation['x-permission']}`
  return operation.security ? words.open : words.signedIn
}

function details(method, path, operation) {
  const content = Object.entries(operation.requestBody?.content ?? {})
  const [status, success] = Object.entries(operation.responses).find(([each]) => each.startsWith('2')) ?? []
  const answer = Object.values(success?.content ?? {})[0]?.schema
  const parameters = (operation.parameters ?? []).map((each) => [each.in === 'header' ? `${each.name}:` : each.in === 'path' ? `{${each.name}}` : `?${each.name}=`, typeOf(each.schema), each.required])
  return [
    ...block(words.parameters, parameters, true),
    ...content.flatMap(([type, { schema }]) => (type === 'application/json' ? block(words.body, fieldsOf(schema), true) : [element('h4', { textContent: words.body }), element('p', { textContent: `${words.file} (${type})` })])),
    ...(answer ? block(`${words.answer} ${status} ${typeOf(answer)}`, fieldsOf(answer), false) : [element('h4', { textContent: `${words.answer} ${status}` })]),
    element('h4', { textContent: words.example }),
    element('pre', { textContent: exampleOf(method, path, operation) }),
  ]
}

function operationOf(method, path, operation) {
  const opened = element('details', { id: operation.operationId })
  opened.append(element('summary', {}, element('b', { className: `method ${method}`, textContent: method.toUpperCase() }), element('code', { textContent: path }), element('span', { textContent: `${operation.summary ?? ''} ${access(operation)}` })))
  // Six hundred tables at once would be slow to read in.
  opened.addEventListener('toggle', () => opened.childElementCount === 1 && opened.append(...details(method, path, operation)), { once: true })
  return opened
}

function show(description) {
  schemas = description.components.schemas
  document.getElementById('version').textContent = description.info.version
  const resources = new Map()
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? ''
      if (!resources.has(tag)) resources.set(tag, [])
      const shown = operationOf(method, path, operation)
      resources.get(tag).push({ shown, words: `${method} ${path} ${operation.summary} ${operation['x-permission'] ?? ''}`.toLowerCase() })
    }
  }
  const main = document.getElementById('content')
  const nav = document.getElementById('resources')
  const nothing = element('p', { textContent: words.none, hidden: true })
  main.replaceChildren(element('h2', { textContent: words.about }), element('section', {}, element('ul', {}, ...conventions.map((text) => element('li', { textContent: text })))), nothing)
  const groups = [...resources].sort(([a], [b]) => a.localeCompare(b)).map(([tag, operations]) => {
    const group = element('div', {}, element('h2', { id: `resource-${tag}`, textContent: tag }), ...operations.map(({ shown }) => shown))
    const link = element('a', { href: `#resource-${tag}`, textContent: tag })
    main.append(group)
    nav.append(link)
    return { group, link, operations }
  })
  const search = document.getElementById('search')
  const filter = () => {
    const typed = search.value.trim().toLowerCase()
    let found = 0
    for (const { group, link, operations } of groups) {
      let here = 0
      for (const each of operations) {
        each.shown.hidden = !each.words.includes(typed)
        here += each.shown.hidden ? 0 : 1
      }
      group.hidden = link.hidden = here === 0
      found += here
    }
    nothing.hidden = found > 0
  }
  search.addEventListener('input', filter)
  const asked = document.getElementById(location.hash.slice(1))
  if (asked) {
    asked.open = true
    asked.scrollIntoView()
  }
}

const search = document.getElementById('search')
search.placeholder = words.search
search.setAttribute('aria-label', words.search)
document.documentElement.lang = zh ? 'zh-CN' : 'en'
fetch('/api/openapi.json')
  .then((answer) => answer.json())
  .then(show)
  .catch(() => document.getElementById('content').replaceChildren(element('p', { textContent: words.failed })))
