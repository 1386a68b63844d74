#include <algorithm>
#include <ostream>
#include <set>

#include "app/command.h"
#include "app/options.h"
#include "base/messages.h"
#include "plan/stack/library.h"
#include "plan/stack/run_examples.h"
#include "plan/stack/show_plan.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：\n"
    "  laoyou plan check DIR [--lang zh|en]   检查方案文件夹，逐条列出错误（文件:行:列）\n"
    "  laoyou plan show DIR [--json]          显示叠加后的方案\n"
    "  laoyou plan test DIR [--lang zh|en]    验算方案自带的示例\n";

void print_counts(const plan::Plan& plan, std::ostream& out) {
  const plan::Folder& content = plan.content;
  out << content.head.value.plan << " " << content.head.value.title << "\n  指标 " << content.indicators.size() << "，任务 " << content.tasks.size() << "，节点目标 "
      << content.milestones.size() << "，项目 " << content.projects.size() << "，政策 " << content.policies.size() << "，标准 " << content.standards.size()
      << "，基础数据 " << content.figures.size() << "，条款 " << content.clauses.size() << "，量表 " << content.instruments.size() << "\n  层次";
  for (const std::string& layer : plan.layers) out << " " << layer;
  out << "\n";
}

int check(const std::string& folder, Language language, std::ostream& out) {
  const plan::LoadedPlan loaded = plan::load_plan(folder, regions::RegionTree::national());
  std::set<std::string> lines;
  std::vector<std::string> ordered;
  for (const Refusal& refusal : loaded.refusals) {
    std::string line = refusal.place + ": " + message(refusal, language);
    if (lines.insert(line).second) ordered.push_back(std::move(line));
  }
  for (const std::string& line : ordered) out << line << "\n";
  if (!ordered.empty()) return 1;
  print_counts(loaded.plan, out);
  return 0;
}

/// Every example of the stacked plan; those that come out otherwise are named with what was found.
int test(const std::string& folder, Language language, std::ostream& out) {
  const plan::LoadedPlan loaded = plan::load_plan(folder, regions::RegionTree::national());
  for (const Refusal& refusal : loaded.refusals) out << refusal.place << ": " << message(refusal, language) << "\n";
  if (!loaded.refusals.empty()) return 1;
  std::size_t passed = 0, failed = 0;
  for (const plan::Example* example : plan::own_examples(loaded.plan)) {
    const auto prepared = plan::prepare(loaded.plan, *example);
    for (const plan::ExampleResult& result : plan::run(loaded.plan, *prepared)) {
      if (result.passed()) {
        ++passed;
        continue;
      }
      ++failed;
      out << result.place << ": " << message(refuse("plan.example_differs", {result.rule, result.group, result.expected, result.found}), language) << "\n";
    }
  }
  out << message(refuse("plan.examples_done", {std::to_string(passed), std::to_string(failed)}), language) << "\n";
  return failed == 0 ? 0 : 1;
}

int show(const std::string& folder, bool json, std::ostream& out, std::ostream& err) {
  const plan::LoadedPlan loaded = plan::load_plan(folder, regions::RegionTree::national());
  for (const Refusal& refusal : loaded.refusals) err << refusal.place << ": " << message(refusal, Language::zh) << "\n";
  if (!loaded.refusals.empty()) return 1;
  if (json)
    out << plan::plan_json(loaded.plan);
  else
    print_counts(loaded.plan, out);
  return 0;
}

}  // namespace

int plan_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const Result<Options> options = Options::read(words, {"lang"}, {"json", "help"});
  if (!options) {
    err << message(options.error(), Language::zh) << "\n" << k_usage;
    return 2;
  }
  if (options->has("help")) {
    out << k_usage;
    return 0;
  }
  if (options->words().size() != 2) {
    err << k_usage;
    return 2;
  }
  const std::string lang = options->value("lang").value_or("zh");
  if (lang != "zh" && lang != "en") {
    err << message(refuse("option.unknown_value", {"lang", lang, "zh, en"}), Language::zh) << "\n" << k_usage;
    return 2;
  }
  const Language language = lang == "en" ? Language::en : Language::zh;
  if (options->words()[0] == "check") return check(options->words()[1], language, out);
  if (options->words()[0] == "test") return test(options->words()[1], language, out);
  if (options->words()[0] == "show") return show(options->words()[1], options->has("json"), out, err);
  err << k_usage;
  return 2;
}

}  // namespace laoyou::app
