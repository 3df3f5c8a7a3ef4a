import { theme as antd, type ThemeConfig } from 'antd'

// One accent, ink blue. Colour otherwise only says state: green done, amber waiting or soon, red overdue or failed.
// Every text colour below holds 4.5:1 on the surfaces it stands on.

const fontFamily = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

const shape = { fontFamily, fontSize: 14, borderRadius: 8, borderRadiusLG: 12, controlHeight: 36, controlHeightLG: 44, wireframe: false }

export const cssVariables = 'zx'

// Fingers need bigger targets, and iOS zooms into fields whose text is under 16 px.
const touch = { controlHeight: 42, controlHeightLG: 48 }
const touchInput = { inputFontSize: 16, inputFontSizeLG: 16 }

type Algorithm = Extract<NonNullable<ThemeConfig['algorithm']>, unknown[]>[number]

const light: Algorithm = (seed, map) => ({
  ...(map ?? antd.defaultAlgorithm(seed)),
  colorBgLayout: '#f6f6f4',
  colorBgContainer: '#ffffff',
  colorText: '#1c1f26',
  colorTextSecondary: '#4a4f5c',
  colorTextTertiary: '#636876',
  colorTextQuaternary: '#6d7280',
  colorBorder: '#d3d5db',
  colorBorderSecondary: '#e9e9e6',
  colorPrimaryBg: '#eef1fa',
  colorInfoBg: '#eef1fa',
  colorInfoBorder: '#c9d2ec',
  colorSuccessBg: '#e7f4ec',
  colorSuccessBorder: '#b5dbc4',
  colorWarningBg: '#fcf2df',
  colorWarningBorder: '#ecd2a0',
  colorErrorBg: '#fcebe9',
  colorErrorBorder: '#efbcb7',
  colorPrimaryBgHover: '#e1e6f5',
})

const dark: Algorithm = (seed, map) => ({
  ...(map ?? antd.darkAlgorithm(seed)),
  colorBgBase: '#121418',
  colorBgLayout: '#121418',
  colorBgContainer: '#1a1d23',
  colorBgElevated: '#23272f',
  colorText: '#e6e7ea',
  colorTextSecondary: '#b9bdc7',
  colorTextTertiary: '#9a9fab',
  colorTextQuaternary: '#8d93a0',
  colorBorder: '#3a3f4a',
  colorBorderSecondary: '#2a2e36',
  colorPrimary: '#9db0f5',
  colorPrimaryHover: '#b4c3f9',
  colorPrimaryActive: '#8199ec',
  colorPrimaryText: '#9db0f5',
  colorPrimaryBg: '#222a45',
  colorPrimaryBgHover: '#2a3354',
  colorPrimaryBorder: '#3c4b80',
  colorLink: '#9db0f5',
  colorLinkHover: '#b4c3f9',
  colorLinkActive: '#8199ec',
  colorInfo: '#9db0f5',
  colorInfoBg: '#222a45',
  colorInfoBorder: '#3c4b80',
  colorSuccess: '#6cc295',
  colorSuccessBg: '#17301f',
  colorSuccessBorder: '#2b5a3d',
  colorWarning: '#e3b25f',
  colorWarningBg: '#33270f',
  colorWarningBorder: '#614a1c',
  colorError: '#f08a80',
  colorErrorBg: '#3a1d1b',
  colorErrorBorder: '#6e3430',
})

export function themeOf(isDark: boolean, isPhone: boolean, isStill: boolean): ThemeConfig {
  return {
    cssVar: { key: cssVariables },
    hashed: false,
    algorithm: isDark ? [antd.darkAlgorithm, dark] : [antd.defaultAlgorithm, light],
    token: {
      ...shape,
      ...(isPhone ? touch : {}),
      colorPrimary: '#2f4a9e',
      colorInfo: '#2f4a9e',
      colorLink: '#2f4a9e',
      colorSuccess: '#1f7a4d',
      colorWarning: '#9a5b06',
      colorError: '#b3261e',
      motion: !isStill,
      colorTextPlaceholder: isDark ? '#8d93a0' : '#6d7280',
    },
    components: {
      ...(isPhone ? { Input: touchInput, InputNumber: touchInput, DatePicker: touchInput, Select: { fontSize: 16 } } : {}),
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, ...(isDark ? { primaryColor: '#11151f' } : {}) },
      ...(isDark ? { Select: { ...(isPhone ? { fontSize: 16 } : {}), optionActiveBg: '#2a2e36' } } : {}),
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlock: 12, cellPaddingInline: 12 },
      Drawer: { paddingLG: 24 },
      Form: { labelColor: isDark ? '#b9bdc7' : '#4a4f5c', verticalLabelPadding: '0 0 4px' },
    },
  }
}
