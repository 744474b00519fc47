// The signs of the pages in the side bar; decoration, each beside its name.
const PATHS: Record<string, string> = {
  home: 'M4 11 12 4l8 7M6 9.5V20h4v-6h4v6h4V9.5',
  results: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  comments: 'M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5',
  integrity: 'M12 3l8 3v6c0 4.500-3.300 7.500-8 9-4.700-1.500-8-4.500-8-9V6zM12 8v5M12 16h.01',
  periods: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4',
  reports: 'M6 3h8l4 4v14H6zM14 3v4h4M9 17v-3M12 17v-6M15 17v-4',
  touchpoints: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3h3M14 20h2M20 20h.01',
  kiosks: 'M6 3h12v18H6zM11 18h2',
  agencies: 'M4 20h16M5 20V9M19 20V9M3.5 9 12 4l8.5 5zM9 20v-7M15 20v-7',
  accounts:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2 1 3 3 3 5.5',
  audit: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4v6M8 14v6',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.5 2.5 0 1 1 3.5 2.300c-.7.4-1 .9-1 1.700M12 17h.01',
  'sign-out': 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  'my-account': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.5-7 8-7s8 3 8 7',
};

export function Icon({ name }: { name: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** More that can be done. */
export function DotsIcon() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true">
      <circle cx="5" cy="12" r="1.7" />
      <circle cx="12" cy="12" r="1.7" />
      <circle cx="19" cy="12" r="1.7" />
    </svg>
  );
}
