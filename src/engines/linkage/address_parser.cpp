#include "engines/linkage/address_parser.h"

#include <algorithm>
#include <array>

namespace laoyou::linkage {
namespace {

constexpr std::size_t k_han = 3;  // bytes of a Chinese character
constexpr int k_looked_ahead = 16;  // characters of other words, after which an address may begin anew

bool is_in(std::string_view character, std::string_view characters) {
  return character.size() == k_han && characters.find(character) != std::string_view::npos;
}

std::string_view character_at(std::string_view text, std::size_t place) {
  if (place >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[place]);
  return text.substr(place, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

/// Blanks and signs between the levels, and the heading 市辖区 that lists copy.
std::size_t signs_at(std::string_view text, std::size_t place) {
  const std::size_t begun = place;
  while (place < text.size()) {
    const std::string_view c = character_at(text, place);
    const bool is_sign = (c.size() == 1 && std::string_view(" -_,.;:/|\t()[]*").find(c[0]) != std::string_view::npos) || is_in(c, "，。、；：　（）－—·");
    const bool is_heading = text.substr(place).starts_with("市辖区");
    if (!is_sign && !is_heading) break;
    place += is_heading ? 3 * k_han : c.size();
  }
  return place - begun;
}

// GB/T 2260: the words after the proper name, the longest first.
constexpr std::array<std::string_view, 15> k_endings = {"维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "自治县", "自治旗",
                                                        "地区", "省", "市", "县", "区", "盟", "旗"};
// GB/T 3304, those in names of places.
constexpr std::array<std::string_view, 39> k_peoples = {"土家族", "布依族", "朝鲜族", "蒙古族", "哈尼族", "哈萨克", "柯尔克孜", "傈僳族", "景颇族", "纳西族", "拉祜族", "达斡尔族", "仡佬族",
    "毛南族", "仫佬族", "保安族", "东乡族", "撒拉族", "裕固族", "塔吉克", "锡伯", "藏族", "羌族", "彝族", "苗族", "侗族", "傣族", "白族", "回族", "壮族", "瑶族", "黎族", "畲族", "满族", "佤族", "水族", "土族", "蒙古", "各族"};

/// 延边朝鲜族自治州 → 延边; the whole name where less than two characters would be left.
std::string_view proper_name(std::string_view name) {
  std::string_view left = name;
  for (const std::string_view ending : k_endings)
    if (left.ends_with(ending)) {
      left.remove_suffix(ending.size());
      break;
    }
  if (name.size() - left.size() > k_han)
    for (bool found = true; found;) {
      found = false;
      for (const std::string_view people : k_peoples)
        if (left.ends_with(people) && left.size() >= people.size() + 2 * k_han) {
          left.remove_suffix(people.size());
          found = true;
        }
    }
  return left.size() >= 2 * k_han ? left : name;
}

/// What stands after a name without its ending and shows that it is the name of something else: 平江路, 永丰村, 和平新村.
constexpr std::string_view k_not_after_short = "路街道巷弄村镇乡桥";
constexpr std::array<std::string_view, 12> k_no_words_after_short = {"小区", "新村", "大道", "大厦", "花园", "广场", "公寓", "公园", "花苑", "大街", "社区", "新区"};
/// What stands before 区 where it is no district: 小区, 工业区, 开发区; and, but for 江东区 and its like, 西区, 三区.
constexpr std::string_view k_not_before_district = "小园社景校业发新住厂库地期商市", k_parts_of_estates = "东西南北中一二三四五六七八九十";

/// True when a name without its ending, with `after` behind it, is likely that of a road or an estate.
bool names_something_else(std::string_view after) {
  return is_in(character_at(after, 0), k_not_after_short) ||
         std::any_of(k_no_words_after_short.begin(), k_no_words_after_short.end(), [after](std::string_view word) { return after.starts_with(word); });
}

/// 北路, 塘路: what makes a road of the name before it.
bool begins_road(std::string_view after) {
  return is_in(character_at(after, 0), "东西南北中一二三四五六七八九十塘山江湖河") && is_in(character_at(after, k_han), "路街");
}

}  // namespace

struct AddressParser::Reading {
  int province = -1, city = -1, county = -1;
  std::string named_district;  // one that the list does not have
  int deepest = 0;             // level named last
  std::vector<AddressPlace::Piece> pieces;
};

AddressParser::AddressParser(const std::vector<Place>& places) {
  std::vector<Place> sorted = places;
  std::sort(sorted.begin(), sorted.end(), [](const Place& one, const Place& other) { return one.code < other.code; });
  int province = -1, city = -1;
  for (const Place& place : sorted) {
    const RegionLevel level = place.code.level();
    if (level < RegionLevel::province || level > RegionLevel::county) continue;
    const int own = static_cast<int>(known_.size());
    Known known{place.code, place.name, static_cast<int>(level), province, city, false};
    known.is_heading = known.level == 2 && (place.name == "市辖区" || place.name == "县" || place.name.find("直辖县级") != std::string::npos);
    if (known.level == 1) province = known.province = own, city = -1;
    else if (known.level == 2) city = own;
    known.city = city >= 0 && known.level > 1 && known_.size() > static_cast<std::size_t>(city) && known_[static_cast<std::size_t>(city)].is_heading ? -1 : known.level > 1 ? city : -1;
    if (known.level == 2 && !known.is_heading) known.city = own;
    known_.push_back(known);
    if (known.is_heading || place.name == "市辖区") continue;
    if (known.level == 3 && known.name.ends_with("自治县")) call(std::string(proper_name(place.name)) + "县", own, true);  // 景宁县
    call(place.name, own, true);
    const std::string_view proper = proper_name(place.name);
    if (proper != place.name) call(proper, own, false);
  }
}

void AddressParser::call(std::string_view name, int place, bool is_whole) {
  const Code code = names_.take(name);
  if (by_name_.size() <= code) by_name_.resize(code + std::size_t{1});
  by_name_[code].emplace_back(place, is_whole);
  longest_ = std::max(longest_, name.size());
}

int AddressParser::choose(const std::vector<std::pair<int, bool>>& named, bool& is_whole, const Reading& reading) const {
  int best = -1, best_score = -1;
  for (const auto& [place, whole] : named) {
    const Known& known = known_[static_cast<std::size_t>(place)];
    const bool in_province = reading.province < 0 || known.province == reading.province;
    const bool in_city = reading.city < 0 || known.level == 1 || known.city == reading.city;
    if (!in_province || !in_city) continue;
    if (known.level == 3 && reading.county >= 0 && reading.county != place) continue;
    // The next level down is likeliest, then a whole name.
    const int score = (known.level == reading.deepest + 1 ? 4 : known.level > reading.deepest ? 2 : 0) + (whole ? 3 : 0) + (4 - known.level) % 2;
    if (score > best_score) best = place, best_score = score, is_whole = whole;
  }
  return best;
}

bool AddressParser::begins_with_district_of(std::string_view text, int city) const {
  for (std::size_t bytes = 2 * k_han; bytes <= std::min(text.size(), 5 * k_han); bytes += k_han) {
    const Code code = names_.find(text.substr(0, bytes));
    if (code == 0) continue;
    for (const auto& [place, is_whole] : by_name_[code])
      if (is_whole && known_[static_cast<std::size_t>(place)].level == 3 && known_[static_cast<std::size_t>(place)].city == city) return true;
  }
  return false;
}

AddressParser::Match AddressParser::match(std::string_view text, const Reading& reading) const {
  std::array<std::size_t, 16> ends{};
  std::size_t count = 0, end = 0;
  while (count < ends.size() && end < text.size() && end < longest_) {
    const std::size_t length = character_at(text, end).size();
    if (length != k_han) break;
    ends[count++] = end += length;
  }
  for (; count >= 2; --count) {
    const std::string_view name = text.substr(0, ends[count - 1]);
    const Code code = names_.find(name);
    if (code == 0) continue;
    bool is_whole = false;
    const int place = choose(by_name_[code], is_whole, reading);
    if (place < 0) continue;
    const Known& known = known_[static_cast<std::size_t>(place)];
    const std::string_view after = text.substr(name.size()), next = character_at(after, 0);
    if (is_whole) return {place, name.size(), true};
    if (known.level < 3 && is_in(next, "县区")) continue;  // 绍兴县 was not 绍兴市
    if (known.level == 3 && is_in(next, "县区市") && !names_something_else(after.substr(k_han))) return {place, name.size() + k_han, true};  // 富阳市, now 富阳区
    if (known.level == 1 && next == "省") return {place, name.size() + k_han, true};  // 广西省
    if (known.level == 2 && is_in(next, "州盟")) return {place, name.size() + k_han, true};  // 红河州
    // 和平, 新华: with nothing above them more often anything else.
    if (known.level == 3 && known.name.ends_with("区") && reading.deepest == 0 && by_name_[code].size() > 1) continue;
    // 台州路桥区 is no road: the district behind it says so.
    if (names_something_else(after) && !begins_with_district_of(after, place)) continue;
    if (known.level >= 2 && begins_road(after)) continue;  // 紫金北路, 余杭塘路
    return {place, name.size(), is_whole};
  }
  return {};
}

void AddressParser::take(int place, Reading& reading) const {
  const Known& known = known_[static_cast<std::size_t>(place)];
  reading.deepest = std::max(reading.deepest, known.level);
  reading.province = known.province;
  if (known.level >= 2 && known.city >= 0) reading.city = known.city;
  if (known.level == 3) reading.county = place;
}

AddressPlace AddressParser::answer(const Reading& reading, std::size_t rest) const {
  AddressPlace place;
  const auto name = [this](int known) { return known < 0 ? std::string() : known_[static_cast<std::size_t>(known)].name; };
  place.rest = rest;
  place.pieces = reading.pieces;
  place.province = name(reading.province);
  place.city = name(reading.city);
  place.district = reading.county >= 0 ? name(reading.county) : reading.named_district;
  if (place.city.empty() && place.province.ends_with("市")) place.city = place.province;  // 直辖市
  const int deepest = reading.county >= 0 ? reading.county : reading.city >= 0 ? reading.city : reading.province;
  if (deepest >= 0) place.code = known_[static_cast<std::size_t>(deepest)].code;
  return place;
}

namespace {

/// 市场, 市政府, 区民政局.
bool names_an_office(std::string_view after) {
  return after.starts_with("场") || after.starts_with("政") || after.starts_with("民政") || after.starts_with("区");
}

/// The bytes of what is written like a district though the list has none of the name (江干区): two or three characters and 区, 县 or 市.
std::size_t district_like(std::string_view text) {
  std::size_t place = 0;
  std::string_view before;
  for (int count = 0; count < 4; ++count) {
    const std::string_view c = character_at(text, place);
    if (c.size() != k_han || is_in(c, "路街镇乡村号道弄")) return 0;
    place += c.size();
    const bool is_estate = c == "区" && (is_in(before, k_not_before_district) || (count != 2 && is_in(before, k_parts_of_estates)));
    if (is_in(c, "区县市") && count >= 1) return is_estate || count < 2 || names_an_office(text.substr(place)) ? 0 : place;
    before = c;
  }
  return 0;
}

}  // namespace

/// Reads level after level; gives where it stopped.
std::size_t AddressParser::read(std::string_view address, std::size_t place, Reading& reading) const {
  while (place < address.size()) {
    const Match found = match(address.substr(place), reading);
    if (found.place >= 0) {
      const Known& known = known_[static_cast<std::size_t>(found.place)];
      const bool is_said_again = known.level <= reading.deepest;
      const bool is_same = found.place == reading.province || found.place == reading.city || found.place == reading.county;
      if (is_said_again && !found.is_whole && !is_same) break;
      // A county of many places of one name, with nothing said above it, is known by name alone.
      const auto& namesakes = by_name_[names_.find(known.name)];
      const bool is_doubtful = known.level == 3 && reading.province < 0 &&
                               std::count_if(namesakes.begin(), namesakes.end(), [this](const auto& named) { return known_[static_cast<std::size_t>(named.first)].level == 3; }) > 1;
      if (is_doubtful) reading.named_district = known.name, reading.deepest = 3;
      else if (!is_said_again) take(found.place, reading);
      reading.pieces.push_back({is_said_again ? 0 : known.level, place, place + found.bytes});
      place += found.bytes;
    } else {
      const std::size_t bytes = reading.county < 0 && reading.named_district.empty() ? district_like(address.substr(place)) : 0;
      if (bytes == 0) break;
      reading.named_district = std::string(address.substr(place, bytes));
      reading.deepest = 3;
      reading.pieces.push_back({3, place, place + bytes});
      place += bytes;
    }
    place += signs_at(address, place);
  }
  return place;
}

/// Where, after other words, the address begins anew with a province or, where nothing was read yet, with a city; its size where it does not.
std::size_t AddressParser::next_beginning(std::string_view address, std::size_t place, const Reading& reading) const {
  const Reading nothing;
  for (int count = 0; place < address.size() && count < k_looked_ahead; ++count) {
    const Match found = match(address.substr(place), nothing);
    if (found.place >= 0) {
      const int level = known_[static_cast<std::size_t>(found.place)].level;
      const Match below = level == 1 && !found.is_whole ? match(address.substr(place + found.bytes), {.province = found.place, .city = -1, .county = -1, .named_district = {}, .deepest = 1, .pieces = {}}) : Match{};
      if (level == 1 && (found.is_whole || (below.place >= 0 && below.is_whole))) return place;
      if (level == 2 && found.is_whole && reading.city < 0) return place;
    }
    place += std::max<std::size_t>(1, character_at(address, place).size());
  }
  return address.size();
}

AddressPlace AddressParser::parse(std::string_view address) const {
  Reading reading;
  std::size_t place = signs_at(address, 0);
  if (address.substr(place).starts_with("中国")) place += 2 * k_han;
  place = read(address, place, reading);
  for (std::size_t next = next_beginning(address, place, reading); next < address.size(); next = next_beginning(address, place, reading)) {
    Reading anew;
    const std::size_t end = read(address, next, anew);
    if (end <= next || anew.deepest < reading.deepest) break;
    for (AddressPlace::Piece& piece : reading.pieces) piece.level = 0;
    anew.pieces.insert(anew.pieces.begin(), reading.pieces.begin(), reading.pieces.end());
    reading = std::move(anew);
    place = end;
  }
  return answer(reading, place);
}

}  // namespace laoyou::linkage
