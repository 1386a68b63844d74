#include "app/rules_command.h"

#include <ostream>

#include "app/rules_verbs.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou rules 动作 --plan DIR|FILE [--table 记录=FILE.csv]… [--period 2025-06] [--lang zh|en]\n"
    "  DIR 为方案文件夹；FILE 为一个规则文件（写法同 rules.yaml），其规则只针对 --table 给出的表\n"
    "  check    检查规则，逐条列出错误（文件:行:列）\n"
    "  eval     计算合计：[--rule 规则]… [--by county|字段] [--json] [--repeat N] [--threads T]\n"
    "  explain  说明结果从何而来：--rule 规则 --row 编号 | --rule 合计 [--by …] [--group 代码] [--json]\n"
    "  whatif   改动后的差别：[--set 参数[@日期]=值]… [--rule 规则=式子]… [--total 合计]… [--by …] [--json]\n"
    "  sql      写成查询：[--rule 规则]… [--by …] --database postgresql|sqlite\n"
    "表的首行为列名，可写类型：id,region,income:money,area:m²,grade:code,person:resident\n";

struct Verb {
  std::string_view name;
  int (*run)(const RulesWords& words, std::ostream& out, std::ostream& err);
};
constexpr Verb k_verbs[] = {{"check", rules_check}, {"eval", rules_eval}, {"explain", rules_explain}, {"whatif", rules_whatif}, {"sql", rules_sql}};

}  // namespace

int refuse_rules(const Refusal& refusal, const RulesWords& words, std::ostream& err) {
  err << (refusal.place.empty() ? "" : refusal.place + ": ") << message(refusal, words.language) << "\n";
  return 1;
}

int rules_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const Result<RulesWords> read = read_rules_words(words);
  if (!read) {
    err << message(read.error(), Language::zh) << "\n" << k_usage;
    return 2;
  }
  if (read->help) {
    out << k_usage;
    return 0;
  }
  for (const Verb& verb : k_verbs)
    if (verb.name == read->verb) return verb.run(*read, out, err);
  err << k_usage;
  return 2;
}

}  // namespace laoyou::app
