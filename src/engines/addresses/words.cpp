#include "engines/addresses/words.h"

#include <algorithm>
#include <array>

#include "engines/addresses/letters.h"

namespace laoyou::addresses {
namespace {

template <std::size_t N>
using Words = std::array<std::u32string_view, N>;

/// The first of the words that the text begins with; the longer ones stand first where one begins another.
template <std::size_t N>
std::size_t first_of(std::u32string_view text, const Words<N>& words) {
  for (const std::u32string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

bool is_one_of(char32_t c, std::u32string_view characters) { return characters.find(c) != std::u32string_view::npos; }
char32_t at_or_none(std::u32string_view text, std::size_t at) { return at < text.size() ? text[at] : U'\0'; }

constexpr Words<62> k_directions = {U"交叉路口", U"丁字路口", U"十字路口", U"交叉口", U"交汇处", U"交界处", U"交界口", U"交叉处", U"交岔口", U"交界", U"交口", U"交叉", U"路口", U"村口", U"斜对面", U"正对面", U"门口", U"对面",
                                    U"对过", U"旁边", U"附近", U"隔壁", U"楼下", U"楼上", U"后面", U"前面", U"里面", U"后门", U"东北侧", U"西北侧", U"东南侧", U"西南侧", U"东侧", U"西侧", U"南侧", U"北侧", U"东面", U"西面",
                                    U"南面", U"北面", U"西边", U"东边", U"南边", U"北边", U"边上", U"街上", U"左侧", U"右侧", U"左边", U"右边", U"院内", U"中间", U"到底", U"以北", U"以南", U"以东", U"以西", U"向东", U"向西",
                                    U"向南", U"向北", U"旁"};
constexpr Words<6> k_empty = {U"电联", U"电话联系", U"联系电话", U"请电话", U"代收", U"自提"};
constexpr Words<28> k_estates = {U"小区", U"花园", U"花苑", U"大厦", U"公寓", U"广场", U"市场", U"新村", U"家园", U"园区", U"工业园", U"产业园", U"科技园", U"创业园", U"工业区", U"公司", U"医院", U"大学",
                                 U"学校", U"中学", U"小学", U"酒店", U"宾馆", U"商厦", U"商城", U"名苑", U"名城", U"超市"};
constexpr Words<10> k_zones = {U"经济技术开发区", U"高新技术开发区", U"高新技术产业开发区", U"经济开发区", U"开发区", U"高新区", U"度假区", U"保税区", U"集聚区", U"新区"};

}  // namespace

NumberForm number_at(std::u32string_view text) {
  NumberForm form;
  std::size_t at = 0;
  if (at_or_none(text, 0) == U'附' || at_or_none(text, 0) == U'#') at = 1;
  const std::size_t begun = at;
  bool has_latin = false, has_stem = false;
  for (; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (is_figure(c)) form.has_figure = true;
    else if (is_latin(c)) has_latin = true;
    else if (is_one_of(c, U"甲乙丙丁") && (at == begun || is_figure(text[at - 1]))) has_stem = true;
    else if (c == U'之' && at > begun && is_figure(text[at - 1]) && is_figure(at_or_none(text, at + 1))) continue;
    else break;
  }
  form.letters = at;
  if (at > begun && (form.has_figure || has_latin)) return form;
  if (has_stem && at == begun + 1) {
    while (is_figure(at_or_none(text, at))) ++at, form.has_figure = true;
    form.letters = at;
    form.is_chinese = !form.has_figure;
    return form;
  }
  at = begun;
  while (at < text.size() && is_chinese_figure(text[at])) ++at;
  form.letters = at > begun ? at : 0;
  form.is_chinese = form.letters > 0;
  return form;
}

WordFound number_word_at(std::u32string_view text) {
  const auto with = [](NumberWord word, std::size_t letters) { return WordFound{word, letters}; };
  const char32_t next = at_or_none(text, 1);
  switch (at_or_none(text, 0)) {
    case U'号':
      if (next == U'楼' || next == U'幢' || next == U'栋' || next == U'座') return with(NumberWord::building, 2);
      if (next == U'房' || next == U'室' || next == U'铺') return with(NumberWord::room, 2);
      if (next == U'院') return with(NumberWord::gate, 2);
      if (next == U'门') return is_one_of(at_or_none(text, 2), U"面市") ? with(NumberWord::gate, 1) : with(NumberWord::none, 0);
      if (next == U'线') return {};
      if (next == U'路' && at_or_none(text, 2) != U'口') return with(NumberWord::road, 2);
      return with(NumberWord::gate, 1);
    case U'#':
      if (next == U'楼') return with(NumberWord::building, 2);
      return with(NumberWord::building, 1);
    case U'弄': return with(NumberWord::lane, 1);
    case U'路': case U'街': return next == U'口' || next == U'道' ? WordFound{} : with(NumberWord::road, 1);
    case U'巷': return with(NumberWord::lane_road, 1);
    case U'幢': case U'栋': case U'座': case U'撞': return with(NumberWord::building, 1);
    case U'排': return with(NumberWord::building, 1);
    case U'单': return next == U'元' ? with(NumberWord::unit, 2) : WordFound{};
    case U'门': return next == U'洞' ? with(NumberWord::unit, 2) : WordFound{};
    case U'梯': return with(NumberWord::unit, 1);
    case U'楼': return with(NumberWord::floor, 1);
    case U'层': return with(NumberWord::floor, next == U'楼' ? 2 : 1);
    case U'室': case U'户': case U'铺': return with(NumberWord::room, 1);
    case U'房': return next == U'间' ? with(NumberWord::room, 2) : next == U'产' ? WordFound{} : with(NumberWord::room, 1);
    case U'组': return with(NumberWord::group, 1);
    case U'队': return with(NumberWord::group, 1);
    case U'社': return next == U'区' ? WordFound{} : with(NumberWord::group, 1);
    case U'期': return with(NumberWord::period, 1);
    case U'区': return with(NumberWord::period, 1);
    default: return {};
  }
}

std::optional<Ending> ending_at(std::u32string_view text, std::size_t at) {
  const std::u32string_view rest = text.substr(at);
  const char32_t next = at_or_none(rest, 1);
  const auto ends = [](PartKind kind, std::size_t letters) { return Ending{kind, letters}; };
  switch (rest[0]) {
    case U'街':
      if (at < 1) return std::nullopt;
      if (next == U'道') return ends(PartKind::town, rest.starts_with(U"街道办事处") ? 5 : rest.starts_with(U"街道办") ? 3 : 2);
      if (is_one_of(next, U"坊区舞镇") || rest.starts_with(U"街街道")) return std::nullopt;
      if (rest.starts_with(U"街办事处")) return ends(PartKind::town, 4);
      return ends(PartKind::road, 1);
    case U'镇':
      if (at < 1 || is_one_of(next, U"路街道区中小医海江") || at + 1 == 1) return std::nullopt;
      return ends(PartKind::town, 1);
    case U'乡':
      if (at < 1 || is_one_of(next, U"路街道村镇")) return std::nullopt;
      return ends(PartKind::town, 1);
    case U'苏': return next == U'木' && at >= 1 ? std::optional(ends(PartKind::town, 2)) : std::nullopt;
    case U'村':
      if (at < 1) return std::nullopt;
      if (rest.starts_with(U"村民委员会")) return ends(PartKind::community, 5);
      if (rest.starts_with(U"村委会")) return ends(PartKind::community, 3);
      if (rest.starts_with(U"村委")) return ends(PartKind::community, 2);
      if (text[at - 1] == U'新' || (is_one_of(next, U"路街道巷镇小组") && !rest.starts_with(U"村路口"))) return std::nullopt;
      return ends(PartKind::community, 1);
    case U'社':
      if (next != U'区' || at < 1) return std::nullopt;
      if (rest.starts_with(U"社区居民委员会")) return ends(PartKind::community, 7);
      if (rest.starts_with(U"社区居委会")) return ends(PartKind::community, 5);
      return ends(PartKind::community, 2);
    case U'居':
      if (at < 1) return std::nullopt;
      if (rest.starts_with(U"居民委员会")) return ends(PartKind::community, 5);
      if (rest.starts_with(U"居委会")) return ends(PartKind::community, 3);
      return std::nullopt;
    case U'路':
      if (at < 1 || is_one_of(next, U"桥灯段镇村铺") || (next == U'口' && at < 2)) return std::nullopt;
      if (rest.starts_with(U"路街道") || rest.starts_with(U"路街办事处")) return std::nullopt;
      return ends(PartKind::road, 1);
    case U'道':
      if (at < 1) return std::nullopt;
      if (text[at - 1] == U'大' && at >= 2) return ends(PartKind::road, 1);
      if (is_one_of(text[at - 1], U"国省县")) return ends(PartKind::road, 1);
      return at >= 2 && is_figure(next) ? std::optional(ends(PartKind::road, 1)) : std::nullopt;
    case U'巷':
      return at >= 1 && next != U'口' && next != U'镇' && !rest.starts_with(U"巷街道") ? std::optional(ends(PartKind::road, 1)) : std::nullopt;
    case U'胡': return next == U'同' && at >= 1 ? std::optional(ends(PartKind::road, 2)) : std::nullopt;
    case U'弄': return at >= 1 && (next == 0 || is_figure(next)) ? std::optional(ends(PartKind::road, 1)) : std::nullopt;
    case U'线': return at >= 2 && is_figure(next) ? std::optional(ends(PartKind::road, 1)) : std::nullopt;
    case U'组': return at >= 1 && at <= 4 ? std::optional(ends(PartKind::road, 1)) : std::nullopt;
    case U'经': case U'高': case U'开': case U'度': case U'保': case U'集': case U'新':
      if (at >= 1)
        if (const std::size_t letters = first_of(rest, k_zones)) return ends(PartKind::zone, letters);
      return std::nullopt;
    default: return std::nullopt;
  }
}

std::size_t direction_at(std::u32string_view text) { return first_of(text, k_directions); }
std::size_t empty_word_at(std::u32string_view text) { return first_of(text, k_empty); }
std::size_t estate_ending_at(std::u32string_view text) { return first_of(text, k_estates); }

}  // namespace laoyou::addresses
