#include "evaluation/report_check.h"

#include <algorithm>
#include <set>

#include "base/shown_text.h"

namespace laoyou::evaluation {
namespace {

constexpr std::size_t k_words_bytes_max = 4000, k_summary_bytes_max = 20'000;

void check_length(const std::string& place, const std::optional<std::string>& text, std::size_t bytes_max, Refusals& wrong) {
  if (text && text->size() > bytes_max) wrong.push_back(at(place, refuse("text.too_long", {std::to_string(bytes_max)})));
}

void check_answer(const std::string& place, const PlaceAnswer& answer, const Scheme& scheme, Refusals& wrong) {
  const plan::Criterion* criterion = scheme.find(answer.criterion);
  if (criterion == nullptr) return wrong.push_back(at(place + "/criterion", refuse("evaluation.unknown_criterion", {answer.criterion})));
  if (answer.own_points && (*answer.own_points < Decimal() || *answer.own_points > criterion->points))
    wrong.push_back(at(place + "/own_points", refuse("evaluation.points_outside", {criterion->points.text()})));
  check_length(place + "/text", answer.text, k_words_bytes_max, wrong);
}

void check_task(const std::string& place, const TaskAnswer& answer, const std::vector<DueTask>& tasks, Date today, Refusals& wrong) {
  if (std::none_of(tasks.begin(), tasks.end(), [&](const DueTask& task) { return task.key == answer.key; })) wrong.push_back(at(place + "/key", refuse("evaluation.unknown_task", {answer.key})));
  if (answer.done_on && *answer.done_on > today) wrong.push_back(at(place + "/done_on", refuse("evaluation.day_ahead", {answer.done_on->text()})));
  if (answer.done_on && answer.not_here) wrong.push_back(at(place + "/not_here", refuse("evaluation.done_elsewhere")));
  check_length(place + "/text", answer.text, k_words_bytes_max, wrong);
}

}  // namespace

Refusals check_report(const PlaceReport& report, const Scheme& scheme, const std::vector<DueTask>& tasks, Date today) {
  Refusals wrong;
  check_length("/report/summary", report.summary, k_summary_bytes_max, wrong);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < report.answers.size(); ++i) {
    const std::string place = "/report/answers/" + std::to_string(i);
    if (!seen.insert(report.answers[i].criterion).second) wrong.push_back(at(place + "/criterion", refuse("evaluation.twice", {report.answers[i].criterion})));
    check_answer(place, report.answers[i], scheme, wrong);
  }
  seen.clear();
  for (std::size_t i = 0; i < report.tasks.size(); ++i) {
    const std::string place = "/report/tasks/" + std::to_string(i);
    if (!seen.insert(report.tasks[i].key).second) wrong.push_back(at(place + "/key", refuse("evaluation.twice", {report.tasks[i].key})));
    check_task(place, report.tasks[i], tasks, today, wrong);
  }
  return wrong;
}

Refusals check_complete_report(const PlaceReport& report, const Scheme& scheme) {
  Refusals wrong;
  if (trimmed(report.summary.value_or("")).empty()) wrong.push_back(at("/report/summary", refuse("evaluation.summary_needed")));
  for (const plan::Criterion& criterion : scheme.criteria) {
    const auto found = std::find_if(report.answers.begin(), report.answers.end(), [&](const PlaceAnswer& each) { return each.criterion == criterion.key; });
    const std::string place = "/report/answers/" + criterion.key;
    if (found == report.answers.end() || !found->own_points) wrong.push_back(at(place + "/own_points", refuse("evaluation.own_points_needed", {criterion.name})));
    const bool words = found != report.answers.end() && !trimmed(found->text.value_or("")).empty();
    if (criterion.by == plan::ScoredBy::review && !words) wrong.push_back(at(place + "/text", refuse("evaluation.words_needed", {criterion.name})));
  }
  return wrong;
}

}  // namespace laoyou::evaluation
