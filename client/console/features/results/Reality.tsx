// Whether a change is more than chance would make.
import { useTranslation } from 'react-i18next';
import classes from './results.module.css';

export function Reality({ real }: { real: boolean | null }) {
  const { t } = useTranslation();
  if (real === null) return null;
  return (
    <span className={classes.reality} data-real={real}>
      {t(real ? 'results.change.real' : 'results.change.chance')}
    </span>
  );
}
