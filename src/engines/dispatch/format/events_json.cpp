#include "engines/dispatch/format/events_json.h"

#include "engines/dispatch/contradictions.h"
#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/problem_json.h"

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

class EventsReader {
 public:
  explicit EventsReader(const Problem& problem) : problem_(problem) {
    for (std::size_t i = 0; i < problem.visits.size(); ++i) visits_.emplace(problem.visits[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < problem.carers.size(); ++i) carers_.emplace(problem.carers[i].id, static_cast<int>(i));
  }

  CheckedResult<Events> read(const json::value& root) {
    JsonReader reader(root, "", refusals_);
    reader.head("laoyou.dispatch.events");
    events_.now_s = reader.integer("now_s");
    events_.ill_carers = reader.id_list("ill_carers", carers_);
    events_.cancelled_visits = reader.id_list("cancelled_visits", visits_);
    reader.each("lengthened_visits", [this](const auto& value, const auto& path) {
      JsonReader item(value, path, refusals_);
      events_.lengthened_visits.emplace_back(item.required_id("visit", visits_), item.integer("length_s"));
      item.finish();
    });
    reader.each("delayed_carers", [this](const auto& value, const auto& path) {
      JsonReader item(value, path, refusals_);
      events_.delayed_carers.emplace_back(item.required_id("carer", carers_), item.integer("free_from_s"));
      item.finish();
    });
    events_.travel_percent = static_cast<int>(reader.integer_within("travel_percent", 100, 1, 1000));
    events_.tolerance_s = reader.integer("tolerance_s", events_.tolerance_s);
    events_.carer_price = reader.integer("carer_price", events_.carer_price);
    events_.start_price = reader.integer("start_price", events_.start_price);
    events_.keep_objective = reader.boolean("keep_objective", false);
    if (const json::value* added = reader.member("added_visits")) read_added(*added);
    reader.finish();
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(events_);
  }

 private:
  /// The visits are read as those of a problem with the same skills, places, persons and carers.
  void read_added(const json::value& added) {
    Problem frame = problem_;
    frame.visits.clear();
    frame.links.clear();
    frame.shifts.clear();
    for (Mode& mode : frame.modes) mode = {mode.id, {}, 1};
    json::object root = write_problem(frame);
    root["visits"] = added;
    auto read = read_problem(json::value(std::move(root)));
    Refusals wrong = read ? find_contradictions(*read) : std::move(read.error());
    for (Refusal& refusal : wrong) {
      if (refusal.place.starts_with("/visits")) refusal.place.replace(0, 7, "/added_visits");
      refusals_.push_back(std::move(refusal));
    }
    if (!wrong.empty()) return;
    const auto place = [](const Visit& visit) { return "/added_visits/" + std::to_string(visit.entry); };
    for (const Link& link : read->links)
      refusals_.push_back({"dispatch.events.added_carers", place(read->visits[static_cast<std::size_t>(link.first)]) + "/carers", {}});
    for (Visit& visit : read->visits) {
      if (visits_.count(visit.id) > 0) refusals_.push_back({"dispatch.json.repeated_id", place(visit) + "/id", {visit.id}});
      events_.added_visits.push_back(std::move(visit));
    }
  }

  const Problem& problem_;
  Ids visits_, carers_;
  Refusals refusals_;
  Events events_;
};

}  // namespace

CheckedResult<Events> read_events(const Problem& problem, std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return value.error();
  return EventsReader(problem).read(*value);
}

}  // namespace laoyou::dispatch
