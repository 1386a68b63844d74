#include "app/procedure_command.h"

#include <ostream>

#include "app/chosen_plan.h"
#include "app/engine_command.h"
#include "app/options.h"
#include "base/nearest.h"
#include "procedures/check_procedure.h"
#include "procedures/show_procedure.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou procedure list --plan DIR [--json]\n"
    "      laoyou procedure show 键 --plan DIR [--json]\n"
    "  方案里的办事程序：表单、材料、步骤、期限、决定\n";

using Procedures = plan::Rows<procedures::Procedure>;

int list(const Procedures& all, bool json, std::ostream& out) {
  boost::json::array lines;
  for (const auto& row : all) {
    if (json) lines.push_back(procedures::procedure_line(row.value));
    else out << row.value.key << "\t" << row.value.name.zh << "\t" << row.value.steps.size() << " 步\t" << row.layer << "\t" << row.value.origin.source << "\n";
  }
  if (json) out << boost::json::serialize(boost::json::object{{"procedures", std::move(lines)}}) << "\n";
  return 0;
}

int show(const Procedures& all, const std::string& key, bool json, std::ostream& out, std::ostream& err) {
  std::vector<std::string> keys;
  for (const auto& row : all) {
    keys.push_back(row.value.key);
    if (row.value.key != key) continue;
    if (json) out << boost::json::serialize(procedures::procedure_json(row.value)) << "\n";
    else out << procedures::procedure_text(row.value);
    return 0;
  }
  return say_refused(Refusals{refuse("procedures.not_found", {key, procedures::joined(keys)})}, err);
}

}  // namespace

int procedure_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"plan"}, {"json"});
  if (!options) return say_refused(Refusals{options.error()}, err);
  const std::vector<std::string>& named = options->words();
  const bool lists = named.size() == 1 && named[0] == "list", shows = named.size() == 2 && named[0] == "show";
  if ((!lists && !shows) || !options->value("plan")) {
    err << k_usage;
    return 2;
  }
  const auto chosen = choose_plan(*options->value("plan"), std::nullopt);
  if (!chosen) return say_refused(chosen.error(), err);
  const Procedures& all = chosen->plan->content.procedures;
  return lists ? list(all, options->has("json"), out) : show(all, named[1], options->has("json"), out, err);
}

}  // namespace laoyou::app
