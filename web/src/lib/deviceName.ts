const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
// The order matters: nearly every browser also claims to be Chrome and Safari.
const browsers: [RegExp, string][] = [
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/Lark|Feishu/, '飞书'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^zhixing\//, 'zhixing'],
]

function first(names: [RegExp, string][], agent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(agent))?.[1]
}

/** "Chrome · Windows", or nothing when the user agent tells nothing. */
export function deviceName(agent: string): string | undefined {
  return [first(browsers, agent), first(systems, agent)].filter(Boolean).join(' · ') || undefined
}

export function isMobile(agent: string): boolean {
  return /Mobile|Android|iPhone|iPad|HarmonyOS/.test(agent)
}
