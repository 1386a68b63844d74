// Every procedure of the plans, played over the routes from application to end as the examples of its own file say: forms are filled in so that every
// check takes them, papers are handed in, and each act is done by somebody of the office that the file names.
#include <gmock/gmock.h>

#include "app/form_filler_test.h"
#include "app/running_house_test.h"
#include "procedures/check_examples.h"
#include "registry/institution.h"
#include "registry/resident.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;
using procedures::Act;

constexpr std::string_view k_password = "right-horse-7";

/// Villages whose cases run by the procedures of these plans.
constexpr std::array<std::string_view, 5> k_villages{"450203001001", "522301001001", "532502001001", "650203001001", "210102001001"};

class Played : public OnBothDatabases {
 protected:
  /// Somebody of that role at that place, signed in once.
  const Visitor& somebody(const std::string& role, RegionCode region) {
    const std::string name = role + "-" + region.text();
    const auto found = visitors_.find(name);
    if (found != visitors_.end()) return found->second;
    accounts::CreateAccountRequest request{name, name, role, region, std::nullopt, std::string(k_password)};
    request.unit = unit_for(role, region);
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value()) << name;
    return visitors_.emplace(name, Visitor(house.port(), name, k_password)).first->second;
  }

  /// The unit that a role is for, if it is for some kind alone.
  std::optional<Id<accounts::Unit>> unit_for(const std::string& code_of_role, RegionCode region) {
    const auto library = real_plans().current();
    const powers::Role* role = library->find_role(code_of_role, region);
    if (role == nullptr || !role->unit_kind) return std::nullopt;
    accounts::Unit unit{{house.store().new_id()}, 0, region, code_of_role, *role->unit_kind, std::nullopt};
    if (unit.kind == powers::OfficeKind::institution) unit.institution = place_;
    if (unit.kind == powers::OfficeKind::family) unit.household = person_;
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
    return unit.id;
  }

  Rows rows_at(RegionCode region) {
    registry::Institution place;
    place.id = place_ = {house.store().new_id()};
    place.region = region;
    place.name = "示例机构";
    registry::Resident person;
    person.id = person_ = {house.store().new_id()};
    person.region = region;
    person.name = "张三丰";
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(place); writing.insert(person); return {}; }).done());
    return {{"institution", std::to_string(place.id.number)}, {"resident", std::to_string(person.id.number)}};
  }

  Id<registry::Institution> place_;
  Id<registry::Resident> person_;

  std::map<std::string, Visitor> visitors_;
};

/// One example of one procedure on its way through the routes.
class Playing {
 public:
  using Somebody = std::function<const Visitor&(const std::string& role, RegionCode region)>;

  Playing(RunningHouse& house, cases::Desk& desk, FormFiller& filler, const procedures::Procedure& procedure, const procedures::ExampleWalk& example, RegionCode region, Somebody somebody)
      : house_(house), desk_(desk), filler_(filler), procedure_(procedure), example_(example), region_(region), somebody_(std::move(somebody)) {}

  /// What went wrong; empty when it came where the example says.
  std::string run() {
    if (std::string wrong = open(); !wrong.empty()) return wrong;
    for (const rules::SourceText& act : example_.acts)
      if (std::string wrong = play(act.text); !wrong.empty()) return act.text + ": " + wrong;
    const cases::OpenCase now = look();
    const std::string got = now.state.phase == procedures::Phase::ended ? now.state.ending : now.state.step;
    const std::string& wanted = example_.ending.empty() ? example_.step : example_.ending;
    return got == wanted ? "" : "came to " + got + " instead of " + wanted;
  }

 private:
  cases::OpenCase look() {
    return house_.store().read([&](store::Snapshot& snapshot) { return cases::open_case(desk_, snapshot, std::stoll(id_)).value(); });
  }

  json::object given() const {
    json::object values;
    const rules::Schema& schema = procedure_.form.book->schema;
    for (std::size_t i = 0; i < example_.given_names.size(); ++i) {
      const std::string& key = example_.given_names[i].text;
      const rules::RecordKind& form = schema.records.back();
      const int at = form.find(key);
      if (at < 0) continue;
      const rules::Type type = form.fields[static_cast<std::size_t>(at)].type;
      if (type.kind == rules::Kind::text) {
        values[key] = example_.given_values[i].text;
        continue;
      }
      const auto value = rules::read_literal(schema, type, example_.given_values[i].text);
      if (value) values[key] = cases::value_json(schema, type, *value);
    }
    return values;
  }

  std::string given_holds() const {
    procedures::FormValues values(procedure_.form, {region_, SystemClock().now().beijing_day(), SystemClock().now().beijing_day()});
    for (std::size_t i = 0; i < example_.given_names.size(); ++i) static_cast<void>(values.take_literal(example_.given_names[i].text, example_.given_values[i].text));
    return values.holds();
  }

  std::string open() {
    const bool anyone = procedure_.applicants.empty();
    cases::OpenCase draft{{}, std::make_shared<const procedures::Procedure>(procedure_), {}, {}, {}};
    draft.file.region = draft.state.region = region_;
    const auto values = filler_.applicant(draft, given(), given_holds());
    if (!values) return "no values were found that the form takes";
    if (anyone) return open_without_account(*values);
    applicant_ = &somebody_(procedure_.applicants.front(), region_);
    const auto opened = applicant_->post("/api/cases", {{"procedure", procedure_.key}});
    if (opened.status != 201) return "open: " + opened.body;
    id_ = std::string(json::parse(opened.body).at("case").at("id").as_string());
    const auto saved = applicant_->put("/api/cases/" + id_, {{"values", *values}});
    if (saved.status != 200) return "save: " + saved.body;
    for (const procedures::Paper& paper : procedure_.form.papers) {
      const auto sent = applicant_->ask("POST", "/api/cases/" + id_ + "/files?field=" + paper.key + "&name=paper.txt", "合格", "application/octet-stream");
      if (sent.status != 200) return "paper " + paper.key + ": " + sent.body;
    }
    return "";
  }

  std::string open_without_account(const json::object& values) {
    const auto opened = house_.nobody().post("/api/public/cases", {{"procedure", procedure_.key}, {"region", region_.text()}, {"values", values}});
    if (opened.status != 200) return "open: " + opened.body;
    number_ = std::string(json::parse(opened.body).at("number").as_string());
    code_ = std::string(json::parse(opened.body).at("code").as_string());
    id_ = house_.store().read([&](store::Snapshot& snapshot) { return std::to_string(snapshot.first<cases::CaseFile>(store::Scope::country(), store::Filter().equals("number", number_))->id.number); });
    return "";
  }

  static std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) c == '.' ? words.emplace_back() : words.back() += c, void();
    return words;
  }

  /// The act of an example as an event of the state at hand.
  procedures::Event event_of(const cases::OpenCase& now, const std::string& text) const {
    const std::vector<std::string> words = words_of(text);
    procedures::Event event;
    if (words.size() == 1) {
      event.act = record::Leaf<Act>::from_json_text(words[0]).value();
      if ((event.act == Act::suspend || event.act == Act::resume || event.act == Act::merge) && !now.state.parts.empty()) event.part = now.state.parts.front().part;
      return event;
    }
    event.part = words.size() == 3 ? words[1] : now.state.parts.empty() || words.back() == "object" ? words[0] : now.state.parts.front().part;
    event.act = words.back() == "passes" ? Act::pass : words.back() == "object" ? Act::object : words.back() == "ask" ? Act::ask : Act::decide;
    if (event.act == Act::decide) event.decision = words.back();
    return event;
  }

  std::string play(const std::string& text) {
    const cases::OpenCase now = look();
    const procedures::Event event = event_of(now, text);
    if (event.act == Act::submit && applicant_ == nullptr) return "";  // handed in when it was opened
    if (event.act == Act::pass) return let_pass(now, event);
    for (const procedures::Allowed& each : procedures::allowed(procedure_, now.state))
      if (each.act == event.act && each.part == event.part && each.decision == event.decision) return send(now, event, each.office);
    return "not allowed in " + now.state.step;
  }

  /// Lets time pass up to the deadline of this part.
  std::string let_pass(const cases::OpenCase& now, const procedures::Event& event) {
    const auto calendar = desk_.services.calendar();
    const std::string part = now.state.phase == procedures::Phase::asked ? "" : event.part;
    for (const procedures::Deadline& each : procedures::deadlines(procedure_, *calendar, now.state))
      if (each.act == Act::pass && each.part == part) {
        cases::let_time_pass(desk_.services, each.at);
        return "";
      }
    return "nothing is due";
  }

  json::object body_of(const cases::OpenCase& now, const procedures::Event& event) {
    json::object body{{"part", event.part}, {"text", "示例"}};
    if (event.decision.empty()) return body;
    body["decision"] = event.decision;
    const procedures::Step& step = *procedure_.find_step(now.state.step);
    if (step.records.empty()) return body;
    const auto values = filler_.office(now, given(), step.records, step.decisions.front().key == event.decision);
    if (values) body["values"] = *values;
    return body;
  }

  std::string send(const cases::OpenCase& now, const procedures::Event& event, const std::string& office) {
    json::object body = body_of(now, event);
    const std::string act = record::Leaf<Act>::to_json_text(event.act);
    if (office == procedures::k_applicant && applicant_ == nullptr) {
      body["number"] = number_;
      body["code"] = code_;
      const auto done = house_.nobody().post("/api/public/cases/acts/" + act, body);
      return done.status == 200 ? "" : done.body;
    }
    const Visitor& who = office == procedures::k_applicant || office == procedures::k_anyone ? (applicant_ != nullptr ? *applicant_ : somebody_("official", region_)) : actor(now, event, office);
    const auto done = who.post("/api/cases/" + id_ + "/acts/" + act, body);
    return done.status == 200 ? "" : done.body;
  }

  const Visitor& actor(const cases::OpenCase& now, const procedures::Event&, const std::string& key) {
    const procedures::Office& office = *procedure_.find_office(key);
    const RegionCode place = office.level ? procedures::place_of_office(now.file.region, *office.level) : region_;
    return somebody_(office.roles.front(), place);
  }

  RunningHouse& house_;
  cases::Desk& desk_;
  FormFiller& filler_;
  const procedures::Procedure& procedure_;
  const procedures::ExampleWalk& example_;
  RegionCode region_;
  Somebody somebody_;
  const Visitor* applicant_ = nullptr;
  std::string id_, number_, code_;
};

TEST_P(Played, EveryProcedureComesToItsEndsOverTheRoutes) {
  cases::Desk desk(house.house().case_services());
  std::set<std::string> played;
  std::size_t examples = 0;
  for (const std::string_view village : k_villages) {
    const RegionCode region = code(village);
    FormFiller filler(desk, house.store(), rows_at(region));
    for (const cases::ProcedurePtr& procedure : desk.services.procedures(region)) {
      if (!played.insert(procedure->layer + "/" + procedure->key).second) continue;
      for (const procedures::ExampleWalk& example : procedure->examples) {
        Playing playing(house, desk, filler, *procedure, example, region, [&](const std::string& role, RegionCode place) -> const Visitor& { return somebody(role, place); });
        const std::string wrong = playing.run();
        EXPECT_EQ(wrong, "") << procedure->layer << "/" << procedure->key << " " << example.place;
        ++examples;
      }
    }
  }
  EXPECT_GE(played.size(), 34u);
  RecordProperty("examples", static_cast<int>(examples));
}

RUN_ON_BOTH_DATABASES(Played);

}  // namespace
}  // namespace laoyou::app
