// The offices at provincial level that a new installation starts with, as they stand after the 2025 reorganisation.
// Provinces differ in a few; staff rename, add and close agencies afterwards.
import type { AgencyKind } from '#domain/agencies.ts';

/** An office of the provincial tier; `{place}` stands for the province as it is written inside a sentence. */
export interface Office {
  kind: AgencyKind;
  name: string;
  nameEn: string;
}

const OFFICES: readonly Office[] = [
  {
    kind: 'department',
    name: 'Văn phòng UBND {place}',
    nameEn: "Office of the People's Committee of {place}",
  },
  { kind: 'department', name: 'Sở Nội vụ', nameEn: 'Department of Home Affairs' },
  { kind: 'department', name: 'Sở Tư pháp', nameEn: 'Department of Justice' },
  { kind: 'department', name: 'Sở Tài chính', nameEn: 'Department of Finance' },
  { kind: 'department', name: 'Sở Công Thương', nameEn: 'Department of Industry and Trade' },
  {
    kind: 'department',
    name: 'Sở Nông nghiệp và Môi trường',
    nameEn: 'Department of Agriculture and Environment',
  },
  { kind: 'department', name: 'Sở Xây dựng', nameEn: 'Department of Construction' },
  { kind: 'department', name: 'Sở Khoa học và Công nghệ', nameEn: 'Department of Science and Technology' },
  {
    kind: 'department',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    nameEn: 'Department of Culture, Sports and Tourism',
  },
  { kind: 'department', name: 'Sở Giáo dục và Đào tạo', nameEn: 'Department of Education and Training' },
  { kind: 'department', name: 'Sở Y tế', nameEn: 'Department of Health' },
  {
    kind: 'department',
    name: 'Sở Dân tộc và Tôn giáo',
    nameEn: 'Department of Ethnic and Religious Affairs',
  },
  { kind: 'department', name: 'Thanh tra {place}', nameEn: 'Inspectorate of {place}' },
  {
    kind: 'department',
    name: 'Ban Quản lý các khu chế xuất và công nghiệp',
    nameEn: 'Management Board of Export Processing and Industrial Zones',
  },
  {
    kind: 'department',
    name: 'Trung tâm Phục vụ hành chính công {place}',
    nameEn: 'Public Administration Service Centre of {place}',
  },
  { kind: 'branch', name: 'Công an {place}', nameEn: 'Police of {place}' },
  { kind: 'branch', name: 'Thuế {place}', nameEn: 'Tax Office of {place}' },
  { kind: 'branch', name: 'Bảo hiểm xã hội {place}', nameEn: 'Social Insurance of {place}' },
  { kind: 'branch', name: 'Kho bạc Nhà nước khu vực', nameEn: 'Regional State Treasury' },
  { kind: 'branch', name: 'Chi cục Hải quan khu vực', nameEn: 'Regional Customs Office' },
  { kind: 'service_unit', name: 'Văn phòng Đăng ký đất đai', nameEn: 'Land Registration Office' },
  { kind: 'service_unit', name: 'Trung tâm Dịch vụ việc làm', nameEn: 'Employment Service Centre' },
];

/**
 * The offices of one province.
 * @param place how the province is written inside a sentence: `thành phố Cần Thơ`, in English `Can Tho City`
 */
export function departmentsOf(place: { name: string; nameEn: string }): Office[] {
  return OFFICES.map(({ kind, name, nameEn }) => ({
    kind,
    name: name.replace('{place}', place.name),
    nameEn: nameEn.replace('{place}', place.nameEn),
  }));
}
