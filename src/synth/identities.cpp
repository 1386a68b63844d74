#include "synth/identities.h"

#include "base/check.h"

namespace laoyou::synth {
namespace {

constexpr const char* k_surnames[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "韦", "覃", "梁", "莫", "潘", "唐", "蒋", "谢", "邓", "曾",
                                      "买", "沙", "哈", "阿", "石", "龙", "杜", "苏", "田", "余"};
constexpr const char* k_marks[] = {"拟", "样", "仿", "虚", "试"};
constexpr const char* k_seconds[] = {"安", "宁", "和", "平", "康", "泰", "福", "寿", "春", "夏", "秋", "冬", "松", "柏", "梅", "兰", "竹", "菊", "云", "霞", "雪", "雨", "江", "河", "海", "山", "林", "田", "石", "玉",
                                     "明", "亮", "清", "静", "远", "高", "文", "武", "礼", "义", "仁", "信", "勤", "俭", "乐", "欣", "华", "英", "秀", "丽", "强", "勇", "刚", "毅", "真", "善", "美", "慧", "敏", "诚"};

template <std::size_t Count>
const char* one_of(SeededRandom& random, const char* const (&choices)[Count]) {
  return choices[random.below(Count)];
}

std::string digits(std::int64_t number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

/// GB 11643-1999: weights and check characters (ISO 7064, MOD 11-2).
char check_character(std::string_view seventeen) {
  constexpr int k_weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (seventeen[i] - '0') * k_weights[i];
  return "10X98765432"[sum % 11];
}

}  // namespace

Identities::Identities(RegionCode city, std::uint64_t seed) : random_(seed ^ 0x5eed'0f'1d5ULL) {
  const std::int64_t county = city.number() / 1'000'000;  // six digits
  place_ = "99" + digits(county / 100, 4);
  // Ids hold milliseconds since 2026-01-01: each county's number takes four seconds of January and February, room for sixteen million records.
  constexpr std::int64_t k_ms_a_city = 4'096;
  first_ms_ = county * k_ms_a_city;
}

std::int64_t Identities::next_id() {
  constexpr std::int64_t k_node = 1023;
  const std::int64_t number = ids_++;
  return (first_ms_ + (number >> 12)) << 22 | k_node << 12 | (number & 0xfff);
}

std::string Identities::surname() { return one_of(random_, k_surnames); }

std::string Identities::given_name() {
  const std::string mark = one_of(random_, k_marks);
  return mark + one_of(random_, k_seconds);
}

std::optional<IdNumber> Identities::id_number(Date born, bool male) {
  constexpr int k_orders = 499;
  std::int16_t& given = numbered_[born.days()][male ? 1 : 0];
  if (given >= k_orders) return std::nullopt;
  const int order = 2 * ++given + (male ? 1 : 0) - 2;
  const std::string day = digits(born.year(), 4) + digits(born.month(), 2) + digits(born.day(), 2);
  const std::string seventeen = place_ + day + digits(order, 3);
  return IdNumber::parse(seventeen + check_character(seventeen)).value();
}

CreditCode Identities::credit_code() {
  const std::string seventeen = "52" + place_ + "DEM" + digits(++codes_, 6);
  for (const char check : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY"))
    if (const Result<CreditCode> code = CreditCode::parse(seventeen + check)) return *code;
  CHECK(false);
  return {};
}

std::string Identities::phone() { return "1000" + digits(++phones_ % 10'000'000, 7); }

}  // namespace laoyou::synth
