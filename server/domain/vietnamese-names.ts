// Words, without diacritics, by which the names of people are told from other capitalised words.

const words = (text: string) => new Set(text.trim().split(/\s*,\s*/));

/** The family names of nearly everybody in Viet Nam. */
export const SURNAMES = words(
  `nguyen, tran, le, pham, hoang, huynh, phan, vu, vo, dang, bui, do, ho, ngo, duong, ly, dao, doan, vuong, trinh,
  truong, dinh, lam, phung, mai, to, ha, ta, luong, luu, cao, chau, quach, thai, thach, son, kim, danh, lai, nghiem, tong,
  ton, trieu, ung, vi, quan, la, khuat, khuc, kieu, giang, dam, diep, bach, an, au, chu, cu, mac, ninh, nong`,
);

/** What people are addressed by, and what they are. */
export const OFFICES = words(
  `anh, chi, ong, ba, co, chu, bac, cau, em, thay, bay, chau, di, duong, mo, ban, dc, d c, mr, mrs, ms, bs, ths, ts,
  can bo, cb, chuyen vien, cong chuc, vien chuc, nhan vien, nv, dong chi, tiep dan, thu ky, ke toan, bao ve, van thu,
  chu tich, pho chu tich, giam doc, pho giam doc, truong phong, pho phong, pho truong phong, bi thu, to truong,
  truong thon, truong ap, truong khu, lanh dao, sep, thang, con, mu, lao, dia chinh, tu phap, ho tich, cong an`,
);

/** What a place, a street or an institution begins with: the name that follows is not somebody's. */
export const PLACES = words(
  `duong, phuong, xa, pho, quan, huyen, tinh, thanh pho, tp, thi tran, thi xa, truong, cau, cho, hem, ngo, ap, thon, khu, khom, to,
  benh vien, cong vien, ubnd, uy ban, toa nha, khu vuc, so, phong, cong ty, ben xe, ga, song, nui, dao, ho, kenh, rach, dac khu, tx, tt`,
);

/** Capitalised often enough after an honorific or an office, and nobody's name; with their diacritics. */
export const NOT_NAMES = words(
  `ubnd, hđnd, ubmttq, ủy, uỷ, ban, một, nhà, sở, phường, xã, huyện, tỉnh, trung, bộ, tiếp, quầy, phòng, công, dân, việt, cám, cảm,
  xin, rất, tôi, ông, bà, anh, chị, em, cô, chú, bác, là, và, ở, tại, này, đó, kia, ấy, thì, không, ko, có, cho, đã, đang, sẽ,
  bị, được, cần, viên, hành, chính, văn, hóa, hoá, dịch, vụ, vneid, cccd, cmnd, qr, ok, chủ, tịch, giám, đốc, trưởng, hội, chí,
  nhân, việc, làm, nơi, hướng, dẫn, quá, nhiệt, thân, thiện, vui, trả, gọi, nào, gì, ai, đâu, của, nói, bảo, trong, nhưng,
  đệm, họ, lót, tuổi, người, rui, khi, nên, đề, mong, do, vì, theo, giúp, hỗ, trợ, trực, cán, chuyên, số, tên, chưa, phó, tư, địa`,
);
