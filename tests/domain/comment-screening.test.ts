import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '#domain/comment-screening.ts';

/** `[kind:what]` marks what must be found; everything else must stay. */
function readMarked(marked: string) {
  let text = '';
  const expected: string[] = [];
  for (const [, kind, secret, rest] of marked.matchAll(/\[(\w+):([^\]]*)\]|([^[]+|\[)/g)) {
    if (kind) expected.push(`${kind}:${secret}`);
    text += secret ?? rest ?? '';
  }
  return { text, expected };
}
const found = (text: string) =>
  findPersonalData(text).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);

describe('personal data in a comment', () => {
  it.each([
    'Gọi tôi số [phone:0912345678] nhé',
    'Gọi [phone:0912 345 678]',
    'ĐT: [phone:0912.345.678]',
    'sđt [phone:091-234-5678]',
    'Liên hệ [phone:+84 912 345 678]',
    '[phone:+84912345678]',
    '[phone:84912345678] là số của tôi',
    'alo [phone:(091) 234 5678]',
    'số cũ [phone:01234567890]',
    'máy bàn [phone:0292 3820 123]',
    'máy bàn [phone:02923820123]',
    'Tel. [phone:3820 123]',
    'zalo [phone:09o8 l23 456]',
    'zalo [phone:0912345O78]',
    'gọi [phone:0 9 1 2 3 4 5 6 7 8]',
    'gọi [phone:0.9.1.2.3.4.5.6.7.8]',
    'gọi [phone:0912/345/678]',
    'gọi [phone:0912_345_678]',
    'gọi [phone:0912*345*678]',
    'gọi [phone:0912 - 345 - 678]',
    'gọi [phone:０９１２３４５６７８]',
    'gọi [phone:⓪⑨①②③④⑤⑥⑦⑧]',
    'gọi [phone:0912\u200b345\u200b678]',
    'gọi [phone:không chín một hai ba bốn năm sáu bảy tám]',
    'goi [phone:khong chin mot hai ba bon nam sau bay tam]',
    'gọi [phone:không chín 12 ba bốn 5678]',
    'hai số: [phone:0912345678, 0987654321]',
    'CCCD [id_number:092198001234]',
    'CCCD: [id_number:092 198 001 234]',
    'căn cước số [id_number:0921.9800.1234]',
    'số [id_number:092198001234] bị sai',
    'CMND [id_number:361234567]',
    'cmnd số: [id_number:361.234.567]',
    'mã số thuế [phone:0301234567]',
    'MST [id_number:8012345678]',
    'thẻ BHYT [id_number:4012345678]',
    'Gửi về [email:lan.nguyen@gmail.com] giúp tôi',
    'Mail [email:lan @ gmail . com]',
    'Mail [email:lan(at)gmail.com]',
    'Mail [email:lan {at} gmail {dot} com]',
    'Mail [email:lan a còng gmail chấm com]',
    'Mail [email:lan a cong gmail cham com]',
    'Mail [email:lan.nguyen gmail.com]',
    'Mail [email:tuan_92@cantho.gov.vn].',
    'anh [name:Nguyễn Văn A] làm khó',
    'cán bộ [name:Trần Thị B] nhiệt tình',
    'chị [name:Lan] rất tốt',
    'Cô [name:Hoa] ở quầy 2 vui vẻ',
    'ông [name:Tâm], bà [name:Hạnh]',
    'đ/c [name:Lê Minh Tuấn] hướng dẫn kỹ',
    'chủ tịch [name:Phạm Văn Đồng] nên xem lại',
    'Trưởng phòng [name:Huỳnh Thị Kim Ngân]',
    'chuyên viên địa chính [name:Võ Thành Long]',
    'anh cán bộ [name:Dũng] đòi hồ sơ',
    'cảm ơn em [name:Thảo] nhiều',
    'anh [name:nguyễn văn nam] ở một cửa',
    'chi [name:nguyen thi hoa] lam viec tot',
    'CÁN BỘ [name:NGUYỄN VĂN HÙNG] RẤT TỐT, CẢM ƠN',
    '[name:Đặng Thị Mỹ Linh] hướng dẫn tôi tận tình',
    'cán bộ tên [name:lan] nói chuyện cộc lốc',
    'người tên là [name:Bình] rất tốt',
    'Thầy [name:Đức] giải thích rõ',
    'mr [name:Khoa] is helpful',
    'nhân viên [name:Ngọc Anh] dễ thương',
    'Anh [name:Lê Văn Ví Dụ] ở quầy số 3',
    'Tôi tên [name:Trần Văn Thử Nghiệm], rất hài lòng',
  ])('is found in “%s”', (marked) => {
    const { text, expected } = readMarked(marked);
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Chờ 2 tiếng mới tới lượt, đi 3 lần chưa xong',
    'Nộp 1.500.000 đồng mà không có biên lai',
    'Hết 500.000.000đ tiền thuế đất',
    'lệ phí 150000 đ',
    'phạt 12.500.000',
    'Hẹn ngày 15/01/2026 mà 20/02/2026 mới có',
    'Sáng 20/11/2026 lúc 8:30 tôi có đến',
    'từ 7h30 đến 11h30, chiều 13h30 - 17h00',
    'Gọi tổng đài 19001022 không ai nghe',
    'Nghị định 30/2020/NĐ-CP',
    'Quầy số 3, số thứ tự 125',
    'năm 2025 và năm 2026 khác nhau',
    'có một hai ba người làm',
    'Cán bộ nhiệt tình, thân thiện',
    'anh cán bộ vui vẻ, chị nhân viên dễ thương',
    'Phường Lê Bình làm tốt',
    'Trụ sở ở đường Trần Hưng Đạo khó gửi xe',
    'UBND phường Cái Răng cần thêm ghế',
    'Sở Tư pháp thành phố Cần Thơ',
    'Bộ phận Một cửa nên mở sáng thứ bảy',
    'Ông/Bà nên xem lại',
    'Cảm ơn anh Chị nhiều',
    'Thành phố Hồ Chí Minh làm nhanh hơn',
    'Tên tôi bị in sai tên đệm',
    'bạn nhân viên hướng dẫn tận tình',
    'RẤT HÀI LÒNG VỚI CÁN BỘ PHƯỜNG',
    'Người quen vô trước, mình tới sớm vẫn phải chờ',
    'lê thê quá, thị trấn xa',
    'Trang dịch vụ công bị lỗi',
    'Hẹn mà tới nơi lại bảo chưa có. Chờ sổ đỏ gần 2 tháng',
    'Phan anh may lay so khong in duoc ma khong ai xu ly',
  ])('is not seen where there is none: “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is masked, and the rest stays word for word', () => {
    expect(maskPersonalData('Gọi 0912345678 gặp chị Lan.')).toEqual([
      { text: 'Gọi ' },
      { masked: 'phone' },
      { text: ' gặp chị ' },
      { masked: 'name' },
      { text: '.' },
    ]);
    expect(maskPersonalData('')).toEqual([]);
  });

  it('never shows a mobile number, however it is separated and whatever stands around it', () => {
    const separator = fc.constantFrom('', ' ', '.', '-', ' . ', '/', '\u200b', '_', '(', ') ');
    const number = fc
      .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
      .map(([first, rest]) => `0${first}${rest}`);
    const around = fc.constantFrom('', 'số ', ' cảm ơn', 'Tôi tên', 'á ', 'đồng ');
    fc.assert(
      fc.property(
        number,
        fc.array(separator, { minLength: 9, maxLength: 9 }),
        around,
        around,
        (digits, gaps, a, b) => {
          const written = [...digits].map((digit, at) => digit + (gaps[at] ?? '')).join('');
          const shown = maskPersonalData(`${a} ${written} ${b}`).map((part) =>
            'text' in part ? part.text : '',
          );
          expect(shown.join('').replace(/\D/g, '').length).toBeLessThan(5);
        },
      ),
    );
  });

  it('is looked for in any text at all without failing, in order and without overlaps, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { from, to } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
    for (const hostile of [
      'a@'.repeat(2500),
      '0 '.repeat(2500),
      'Nguyễn Văn '.repeat(500),
      '(at'.repeat(1700),
      'a.'.repeat(2500),
    ]) {
      const started = performance.now();
      findPersonalData(hostile);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
