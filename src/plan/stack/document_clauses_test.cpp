#include "plan/stack/document_clauses_test.h"

#include <array>

namespace laoyou::plan {
namespace {

std::string numeral(int number) {
  static const std::array<const char*, 11> digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (number <= 10) return digits[static_cast<std::size_t>(number)];
  return std::string(number >= 20 ? digits[static_cast<std::size_t>(number / 10)] : "") + "十" + digits[static_cast<std::size_t>(number % 10)];
}

void add(std::vector<std::string>& all, const std::vector<std::string>& more) { all.insert(all.end(), more.begin(), more.end()); }

/// 柳州市促进养老托育服务健康发展工作方案: 22 tasks in four parts, six supporting arrangements. Its annexes are only named.
DocumentClauses liuzhou() {
  DocumentClauses document{"liuzhou", {"一(一)", "一(二)", "三"}, {"前言", "一", "一(三)", "二", "四", "五", "附件1", "附件2", "附件3"}};
  add(document.clauses, numbered_tasks("四", {3, 5, 10, 4}));
  add(document.headings, chinese_clauses("四", 4));
  add(document.clauses, chinese_clauses("五", 6));
  return document;
}

/// 克拉玛依市促进养老托育服务健康发展工作方案: 22 tasks, 26 projects (annex 2), policies for elderly care (annex 3) and childcare (annex 4).
DocumentClauses karamay() {
  DocumentClauses document{"karamay", {"一(二)1", "一(二)2", "二(一)1", "二(一)2"}, {"前言", "一", "一(一)", "一(二)", "一(三)", "二", "二(一)", "二(二)", "三", "四"}};
  add(document.headings, {"二(二)-养老", "二(二)-托育", "四(一)", "四(二)", "四(三)", "附件2", "附件2-养老", "附件2-托育", "附件3", "附件4"});
  add(document.clauses, numbered("二(二)-养老-", 12));
  add(document.clauses, {"二(二)-托育-保健", "二(二)-托育-疾病预防", "二(二)-托育-照护服务供给"});
  add(document.clauses, numbered_tasks("三", {6, 6, 6, 4}));
  add(document.headings, chinese_clauses("三", 4));
  add(document.clauses, numbered("附件2-养老-", 9));
  add(document.clauses, numbered("附件2-托育-", 17));
  add(document.headings, numbered("附件3-", 4));
  add(document.clauses, numbered("附件3-1-", 2));
  add(document.clauses, numbered("附件3-2-", 5));
  add(document.headings, {"附件3-3-1"});
  add(document.clauses, {"附件3-3-1(1)", "附件3-3-1(2)", "附件3-3-1(3)", "附件3-3-1(4)", "附件3-3-1(5)", "附件3-3-2", "附件3-3-3"});
  add(document.clauses, numbered("附件3-4-", 11));
  add(document.headings, {"附件4-1", "附件4-2", "附件4-3", "附件4-4", "附件4-7"});
  add(document.clauses, numbered("附件4-1-", 7));
  add(document.clauses, numbered("附件4-2-", 4));
  add(document.clauses, numbered("附件4-3-", 2));
  add(document.clauses, numbered("附件4-4-", 2));
  add(document.clauses, {"附件4-5", "附件4-6", "附件4-7-1", "附件4-7-2", "附件4-8"});
  return document;
}

/// 红河州“一老一小”整体解决方案: eight groups of tasks, four supporting arrangements. Its annexes are pictures without text.
DocumentClauses honghe() {
  DocumentClauses document{"honghe", {"一(一)", "一(二)", "二"}, {"前言", "一", "三", "三(一)", "三(二)", "四", "附件1", "附件2"}};
  add(document.clauses, {"三(一)1", "三(一)2", "三(一)3", "三(二)1", "三(二)2", "三(三)", "三(四)", "三(五)", "三(六)", "三(七)", "三(八)"});
  add(document.clauses, chinese_clauses("四", 4));
  return document;
}

/// 贵州省促进养老托育服务健康发展工作方案: 22 tasks numbered through.
DocumentClauses guizhou() { return {"guizhou", chinese_clauses("", 22), {}}; }

/// 2021年沈阳市促进养老托育服务健康发展工作方案: 22 tasks; the published text ends at the number 23.
DocumentClauses shenyang() {
  DocumentClauses document{"shenyang", {"一"}, {"前言", "二", "二(四)23"}};
  add(document.clauses, numbered_tasks("二", {6, 7, 7, 2}));
  add(document.headings, chinese_clauses("二", 4));
  return document;
}

}  // namespace

std::vector<std::string> chinese_clauses(const std::string& before, int count) {
  std::vector<std::string> all;
  for (int number = 1; number <= count; ++number) all.push_back(before + "(" + numeral(number) + ")");
  return all;
}

std::vector<std::string> numbered_tasks(const std::string& chapter, const std::vector<int>& tasks_of_parts) {
  std::vector<std::string> all;
  const std::vector<std::string> parts = chinese_clauses(chapter, static_cast<int>(tasks_of_parts.size()));
  int number = 0;
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (int i = 0; i < tasks_of_parts[part]; ++i) all.push_back(parts[part] + std::to_string(++number));
  return all;
}

std::vector<std::string> numbered(const std::string& before, int count) {
  std::vector<std::string> all;
  for (int number = 1; number <= count; ++number) all.push_back(before + std::to_string(number));
  return all;
}

std::vector<DocumentClauses> document_clauses() { return {liuzhou(), karamay(), honghe(), guizhou(), shenyang()}; }

}  // namespace laoyou::plan
