// Narrows a page to one agency and what is below it, or to none.
import { useTranslation } from 'react-i18next';
import { AgencySelect } from './AgencySelect.tsx';

const everyAgency = () => true;

interface AgencyFilterProps {
  label: string;
  value: string | null;
  onChange: (agency: string | null) => void;
}

export function AgencyFilter({ label, value, onChange }: AgencyFilterProps) {
  const { t } = useTranslation();
  return (
    <AgencySelect
      label={label}
      placeholder={t('list.all')}
      allowed={everyAgency}
      clearable
      clearButtonProps={{ 'aria-label': t('touchpoints.everyAgency') }}
      value={value}
      onChange={onChange}
    />
  );
}
