// The mark: two ends and a slanted stroke between them, as everywhere a conversation changes hands.

export function Brand({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--b-teal-fill)" />
      <path d="M19.5 7.5 12.5 24.5" stroke="var(--b-on-teal)" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="8" cy="11" r="3.2" fill="var(--b-on-teal)" />
      <circle cx="24" cy="21" r="3.2" fill="var(--b-on-teal)" />
    </svg>
  )
}
