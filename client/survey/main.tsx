import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n.ts';
import errors from '../locales/vi/errors.json';
import survey from '../locales/vi/survey.json';
import '../ui/fonts.css';
import '../ui/tokens.css';
import './view.css';
import './survey.css';
import './screens/screens.css';
import './questions/questions.css';
import './kiosk/kiosk.css';
import './questions/stacked.css';
import './plain/plain.css';
import { readAddress } from './address.ts';
import { App } from './app.tsx';
import { takeOver } from './plain/take-over.ts';
import { languageWanted } from './preferences.ts';
import { tabStorage } from './storage.ts';

const translations = import.meta.glob(['../locales/*/{survey,errors,kiosk}.json', '!../locales/vi/*'], {
  import: 'default',
});
const place = document.getElementById('app');

async function start(place: HTMLElement): Promise<void> {
  await startI18n({ survey, errors }, translations, languageWanted(window.location, tabStorage()));
  const root = createRoot(place);
  if (window.location.pathname === '/verify') {
    const { Verify } = await import('./verify/verify.tsx');
    return root.render(<Verify />);
  }
  const address = readAddress(window.location);
  if (address.manner === 'kiosk') {
    const { Tablet } = await import('./kiosk/tablet.tsx');
    return root.render(<Tablet address={address} />);
  }
  takeOver(place, (taken) => root.render(<App address={address} taken={taken} />));
}

if (place) void start(place);
