interface Props {
  size: number
  /** For coloured ground: the mark alone, in white. */
  bare?: boolean
}

/** An almost closed ring, knowing the whole, and the tick that breaks out of it, doing. */
export function Logo({ size, bare = false }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden focusable="false" style={{ flex: 'none' }}>
      {!bare && <rect width="64" height="64" rx="15" fill="#2f4a9e" />}
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M45.3 41.5A17 17 0 1 1 39.6 18.3" stroke="#fff" strokeWidth="5" />
        <path d="M23.5 31.5l8 8L51 17.5" stroke="#f0b557" strokeWidth="5.5" />
      </g>
    </svg>
  )
}
