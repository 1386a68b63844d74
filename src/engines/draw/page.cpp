#include "engines/draw/page.h"

#include "base/check.h"
#include "base/embedded.h"
#include "engines/draw/table.h"

LAOYOU_EMBEDDED(draw_page_html)
LAOYOU_EMBEDDED(verify_draw_mjs)

namespace laoyou::draw {
namespace {

constexpr std::size_t k_shown_digits = 9;  // as Rivest's sampler shows them

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<') {
      result += "&lt;";
    } else if (c == '&') {
      result += "&amp;";
    } else {
      result += c;
    }
  }
  return result;
}

std::string row(const char* tag, const std::vector<std::string>& cells) {
  std::string text = "<tr>";
  for (const std::string& cell : cells) text += std::string("<") + tag + ">" + escaped(cell) + "</" + tag + ">";
  return text + "</tr>\n";
}

/// Who goes, and how many are missing.
std::string going_text(const Drawn& place) {
  const int missing = place.stratum->inspectors - static_cast<int>(place.going.size());
  std::string text = joined(place.going, "、");
  if (missing > 0) text += std::string(text.empty() ? "" : "，") + "缺 " + std::to_string(missing) + " 人 missing";
  return text;
}

std::string result_of(const Bundle& bundle) {
  const Announcement& announcement = bundle.commitment.announcement;
  std::string text = "<h1>" + escaped(announcement.name) + "</h1>\n<table>\n";
  text += row("td", {"名单与规则公布 Lists and rule published", announcement.published});
  text += row("td", {"承诺值 Commitment", bundle.commitment.hash});
  text += row("td", {"事先指定的公开事件 Event named beforehand", announcement.event + "，" + announcement.event_time});
  text += row("td", {"开奖数字 Digits", bundle.outcome.digits + "，" + bundle.outcome.source + "，" + bundle.outcome.time});
  text += row("td", {"种子 Seed", bundle.seed});
  text += row("td", {"不能到场 Absent", bundle.absent.empty() ? "无 none" : joined(bundle.absent, "、")});
  text += "</table>\n<h2>结果 Result</h2>\n<table>\n" + row("th", {"类别 Kind", "序 No.", "编号 Id", "名称 Name", "入选 Why", "签号 Ticket", "抽到 Drawn", "前往 Going"});
  for (const Drawn& place : bundle.drawn) {
    text += row("td", {place.stratum->kind, std::to_string(place.number), place.target->id, place.target->name, place.due ? "年度应查 due" : "抽中 drawn",
                       "0." + place.ticket.digits().substr(0, k_shown_digits), joined(place.drawn, "、"), going_text(place)});
  }
  return text + "</table>\n";
}

/// The template with the text in place of the mark.
void fill(std::string& page, std::string_view mark, const std::string& text) {
  const std::size_t found = page.find(mark);
  CHECK(found != std::string::npos);
  page.replace(found, mark.size(), text);
}

}  // namespace

std::string page_of(const Bundle& bundle) {
  std::string page(draw_page_html());
  fill(page, "<!--SCRIPT-->", std::string(verify_draw_mjs()));
  fill(page, "<!--BUNDLE-->", bundle.text);  // first, since a name in the result could hold the mark
  fill(page, "<!--RESULT-->", result_of(bundle));
  return page;
}

}  // namespace laoyou::draw
