const WIDE = /[０-９．，－]/g

/**
 * What a person typed or pasted as an amount, as the server takes it: "1,234.5" and "１２３４.5" are "1234.5", "3万" is "30000".
 * Nothing at all is null, which empties the cell; undefined is no amount.
 */
export function amountOf(typed: string): string | null | undefined {
  const plain = typed.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[\s,]/g, '')
  if (plain === '' || plain === '-' || plain === '—') return null
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(万?)$/.exec(plain)
  if (!parts) return undefined
  const [, sign, whole = '', fraction = '', tenThousands] = parts
  if (whole === '' && fraction === '') return undefined
  const shifted = tenThousands ? whole + fraction.padEnd(4, '0').slice(0, 4) : whole
  const rest = (tenThousands ? fraction.slice(4) : fraction).replace(/0+$/, '')
  const integer = shifted.replace(/^0+(?=\d)/, '') || '0'
  const text = rest ? `${integer}.${rest}` : integer
  return sign === '-' && text !== '0' ? `-${text}` : text
}

/** "1234567.5" as people read it: "1,234,567.5". */
export function amountText(amount: string | null | undefined): string {
  if (amount === null || amount === undefined) return ''
  const [whole = '', fraction] = amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction ? `${grouped}.${fraction}` : grouped
}

/** For reading only, where a quotient has more digits than anybody needs: "56.666667" is "56.7". */
export function roundedText(amount: string | null | undefined, digits = 1): string {
  if (amount === null || amount === undefined) return ''
  return amountText(String(Number(Number(amount).toFixed(digits))))
}

/** An amount less another, exactly. */
export function difference(from: string, less: string): string {
  const digits = Math.max(...[from, less].map((amount) => amount.split('.')[1]?.length ?? 0))
  const unitsOf = (amount: string) => {
    const [whole = '', fraction = ''] = amount.split('.')
    return BigInt(whole + fraction.padEnd(digits, '0'))
  }
  const units = unitsOf(from) - unitsOf(less)
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = text.slice(text.length - digits).replace(/0+$/, '')
  return (units < 0n ? '-' : '') + (fraction ? `${whole}.${fraction}` : whole)
}
