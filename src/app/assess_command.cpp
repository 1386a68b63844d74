#include "app/assess_command.h"

#include <boost/json.hpp>
#include <algorithm>
#include <ostream>

#include "app/chosen_plan.h"
#include "app/engine_command.h"
#include "assessments/scale_of.h"
#include "base/messages.h"
#include "engines/assessment/score.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou assess --plan DIR --answers JSON [--instrument ability_gbt42195] [--json]\n"
    "  答案文件：{\"scores\": {\"eating\": 4, …}, \"found\": [\"coma\", …]}\n";

/// {"scores": {item: score}, "found": [change]}; refused as "assessment.answers_malformed".
Result<assessment::Answers> read_answers(const std::string& path) {
  const auto text = read_whole_file(path);
  if (!text) return text.error();
  boost::system::error_code error;
  const boost::json::value parsed = boost::json::parse(*text, error);
  const Refusal malformed = at(path, refuse("assessment.answers_malformed"));
  if (error || !parsed.is_object()) return malformed;
  assessment::Answers answers;
  for (const auto& [key, value] : parsed.get_object()) {
    if (key == "scores" && value.is_object()) {
      for (const auto& [item, score] : value.get_object()) {
        if (!score.is_int64() || score.get_int64() < 0 || score.get_int64() > 1'000) return malformed;
        answers.scores[std::string(item)] = static_cast<int>(score.get_int64());
      }
    } else if (key == "found" && value.is_array()) {
      for (const boost::json::value& change : value.get_array()) {
        if (!change.is_string()) return malformed;
        answers.found_changes.insert(std::string(change.get_string()));
      }
    } else {
      return malformed;
    }
  }
  return answers;
}

std::string name_of(const plan::Instrument& instrument, int grade) {
  for (const plan::GradeBand& band : instrument.grades)
    if (band.grade == grade) return band.name;
  return {};
}

boost::json::object json_of(const plan::Instrument& instrument, const assessment::Scored& scored) {
  boost::json::array dimensions, applied;
  for (std::size_t i = 0; i < scored.dimensions.size(); ++i) {
    boost::json::object one{{"key", scored.dimensions[i].key}, {"name", instrument.dimensions[i].name}, {"score", scored.dimensions[i].score}};
    if (scored.dimensions[i].grade) one["grade"] = *scored.dimensions[i].grade;
    dimensions.push_back(std::move(one));
  }
  for (const std::string& key : scored.applied) applied.emplace_back(key);
  return {{"instrument", instrument.instrument}, {"dimensions", std::move(dimensions)}, {"total", scored.total}, {"first_grade", scored.first_grade}, {"changes", std::move(applied)},
          {"grade", scored.grade}, {"grade_name", name_of(instrument, scored.grade)}};
}

void print_plainly(const plan::Instrument& instrument, const assessment::Scored& scored, std::ostream& out) {
  for (std::size_t i = 0; i < scored.dimensions.size(); ++i) out << instrument.dimensions[i].name << "\t" << scored.dimensions[i].score << "\n";
  out << "总分\t" << scored.total << "\n初步等级\t" << name_of(instrument, scored.first_grade) << "\n最终等级\t" << name_of(instrument, scored.grade) << "\n";
}

}  // namespace

int assess_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"plan", "answers", "instrument"}, {"json"});
  if (!options || !options->words().empty() || !options->has("plan") || !options->has("answers")) {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  const auto chosen = choose_plan(*options->value("plan"), std::nullopt);
  if (!chosen) return say_refused(chosen.error(), err);
  const std::string key = options->value("instrument").value_or("ability_gbt42195");
  const auto& instruments = chosen->plan->content.instruments;
  const auto found = std::find_if(instruments.begin(), instruments.end(), [&](const auto& row) { return row.value.instrument == key; });
  if (found == instruments.end()) return say_refused({at("--instrument", refuse("assessment.no_instrument", {key}))}, err);
  const Result<assessment::Answers> answers = read_answers(*options->value("answers"));
  if (!answers) return say_refused({answers.error()}, err);
  const auto scored = assessment::score(assessments::scale_of(found->value), *answers);
  if (!scored) return say_refused(scored.error(), err);
  if (options->has("json")) out << boost::json::serialize(json_of(found->value, *scored)) << "\n";
  else print_plainly(found->value, *scored, out);
  return 0;
}

}  // namespace laoyou::app
