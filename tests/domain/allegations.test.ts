import { describe, expect, it } from 'vitest';
import { allegationsAnswered, allegationsIn } from '#domain/allegations.ts';

describe('an allegation', () => {
  it.each([
    ['Cán bộ đòi tiền mới chịu làm', ['money']],
    ['can bo doi tien moi lam', ['money']],
    ['Phải bỏ phong bì 500 ngàn', ['money']],
    ['Bị vòi vĩnh tiền cà phê', ['money']],
    ['không đưa tiền thì không xong', ['money']],
    ['Không có tiền mới lạ, phải đưa thêm tiền', ['money']],
    ['thu tiền không có biên lai', ['money']],
    ['Thu 200k mà không đưa hóa đơn', ['money']],
    ['Phải LÓT TAY cho cán bộ địa chính', ['money']],
    ['chi phí ngoài quy định nhiều', ['money']],
    ['nhũng nhiễu, sách nhiễu người dân', ['harassment']],
    ['Hạch sách dân, gây khó dễ đủ điều', ['harassment']],
    ['bi quay roi', ['harassment']],
    ['Cán bộ chửi mắng người già', ['harassment']],
    ['dọa nạt dân rồi vòi tiền', ['money', 'harassment']],
    ['thái độ cửa quyền', ['harassment']],
    ['they asked for a bribe', ['money']],
  ])('is seen in “%s”', (text, kinds) => {
    expect(allegationsIn(text)).toEqual(kinds);
  });

  it.each([
    'Cán bộ nhiệt tình, không vòi vĩnh',
    'Không hề đòi tiền, rất tốt',
    'không có nhũng nhiễu, không gây khó dễ',
    'Không phải đưa tiền cho ai',
    'Không có tình trạng sách nhiễu',
    'Phục vụ tận tình chu đáo',
    'Giấy chứng chỉ bị sai tên',
    'Tôi ra đổi tiền lẻ để đóng lệ phí',
    'Tôi nhận tiền trợ cấp đúng hẹn',
    'Nộp lệ phí 8.000 đồng có biên lai đàng hoàng',
    'Làm giấy khai sinh nhanh',
    'Chờ lâu, quạt hư',
    '',
  ])('is not seen in “%s”', (text) => {
    expect(allegationsIn(text)).toEqual([]);
  });

  it('is also made by the answers of the official form and by the reason for a low level', () => {
    expect(allegationsAnswered({ harassment: 'none', extra_payment: 'none', c15: '1' })).toEqual([]);
    expect(allegationsAnswered({ harassment: 'some', extra_payment: 'many' })).toEqual([
      'money',
      'harassment',
    ]);
    expect(allegationsAnswered({ 'c20:reason': 'unofficial_cost' })).toEqual(['money']);
    expect(allegationsAnswered({ 'c20:reason': 'time' })).toEqual([]);
  });
});
