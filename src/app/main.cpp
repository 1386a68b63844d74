// The program: finds the command and calls it. What goes wrong in the world is said in one line; our own mistakes too, with their place.
#include <algorithm>
#include <iostream>
#include <vector>

#include "app/assess_command.h"
#include "app/bundle_command.h"
#include "app/command.h"
#include "app/coverage_command.h"
#include "app/dispatch_command.h"
#include "app/draw_command.h"
#include "app/print_command.h"
#include "app/forecast_command.h"
#include "app/indicators_command.h"
#include "app/ledger_command.h"
#include "app/addresses_command.h"
#include "app/linkage_command.h"
#include "app/matching_command.h"
#include "app/procedure_command.h"
#include "app/rules_command.h"
#include "app/whatif_command.h"
#include "app/siting_command.h"
#include "app/streets_command.h"
#include "app/subsidy_command.h"
#include "app/synth_command.h"

namespace {

using laoyou::app::Command;

struct NamedCommand {
  std::string_view name;
  std::string_view purpose;
  Command run;
};

constexpr NamedCommand k_commands[] = {
    {"serve", "启动服务", laoyou::app::serve_command},
    {"plan", "检查、显示方案文件夹", laoyou::app::plan_command},
    {"procedure", "列出、显示办事程序", laoyou::app::procedure_command},
    {"rules", "检查、计算、说明规则，改动的影响，写成查询", laoyou::app::rules_command},
    {"whatif", "改了标准要花多少钱、覆盖多少人", laoyou::app::whatif_command},
    {"indicators", "指标的登记册计算值与填报值", laoyou::app::indicators_command},
    {"subsidy", "核算补贴、比对批次", laoyou::app::subsidy_command},
    {"account", "建立账号、改密码", laoyou::app::account_command},
    {"journal", "核验留痕", laoyou::app::journal_command},
    {"ledger", "核验总账", laoyou::app::ledger_command},
    {"backup", "备份到一个文件（不必停机）、核验备份", laoyou::app::backup_command},
    {"bundle", "逐级上报：签名、编号的数据包", laoyou::app::bundle_command},
    {"restore", "从备份恢复到空库", laoyou::app::restore_command},
    {"dispatch", "派单：排班与路线", laoyou::app::dispatch_command},
    {"coverage", "覆盖：谁在步行范围内", laoyou::app::coverage_command},
    {"siting", "选址：新点放在哪里", laoyou::app::siting_command},
    {"forecast", "预测：人口与床位托位需求", laoyou::app::forecast_command},
    {"linkage", "比对：哪些记录是同一个人", laoyou::app::linkage_command},
    {"addresses", "地址：读出成分，按标准地址落图", laoyou::app::addresses_command},
    {"draw", "抽查：人人可以重算的双随机抽取", laoyou::app::draw_command},
    {"matching", "派位：哪家得到哪个名额，为什么", laoyou::app::matching_command},
    {"streets", "路网：合成街区", laoyou::app::streets_command},
    {"print", "打印：填写文书模板，按公文格式排版", laoyou::app::print_command},
    {"assess", "评估：按量表评分定级", laoyou::app::assess_command},
    {"synth", "按方案的数字合成一座城市", laoyou::app::synth_command},
    {"demo", "装入演示账号和合成数据", laoyou::app::demo_command},
};

int usage(std::ostream& out, int code) {
  out << "老幼 laoyou：养老托育方案平台\n用法：laoyou 命令 …\n";
  for (const NamedCommand& command : k_commands) out << "  " << command.name << "\t" << command.purpose << "\n";
  return code;
}

}  // namespace

int main(int count, char** texts) {
  const std::vector<std::string_view> words(texts + 1, texts + count);
  if (words.empty()) return usage(std::cerr, 2);
  if (words[0] == "help" || words[0] == "--help") return usage(std::cout, 0);
  const auto* found = std::find_if(std::begin(k_commands), std::end(k_commands), [&](const NamedCommand& command) { return command.name == words[0]; });
  if (found == std::end(k_commands)) return usage(std::cerr, 2);
  try {
    return found->run(laoyou::app::Words(words).subspan(1), std::cin, std::cout, std::cerr);
  } catch (const std::exception& failure) {
    std::cerr << "laoyou " << found->name << ": " << failure.what() << "\n";
    return 1;
  }
}
