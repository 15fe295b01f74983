/** Small pages of our own for tests that are not about Arabic: a headline, a date line, a body, a source. */

/** A page that every command finds something in; `turn` makes its body its own. */
export function page(turn = 0): string {
  return [
    `وزير الخارجية المصري يزور عمان للمرة ${turn}`,
    '2024-05-31',
    `القاهرة - قال وزير الخارجية المصري سامح شكري يوم الأربعاء إن حلف شمال الأطلسي سيعقد قمة في الأردن يوم 12 يونيو 2024، وإن الزيارة رقم ${turn} تأتي بعد لقاء الوفود في بغداد.`,
    `وأضاف أن الحكومات العربية والناتو اتفقت على جدول أعمال من ${turn + 3} بنود، وأن الاتحاد الأوروبي يدعم العمل المشترك في فرنسا وألمانيا.`,
    'المصدر: وكالة التجربة',
    '',
  ].join('\n');
}
