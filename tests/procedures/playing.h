// A case of a procedure played over the routes of a whole server: its form filled in, its papers handed in, each act done by somebody of the office that
// the file names, each answer held against the API document.
#pragma once

#include <random>

#include "app/answer_check_test.h"
#include "branches.h"
#include "form_filler.h"
#include "procedures/check_examples.h"
#include "ways.h"

namespace laoyou::app {

namespace json = boost::json;
using procedures::Act;

/// One case of one procedure on its way through the routes, its form filled in as an example of the file gives it.
class Playing {
 public:
  /// Who comes without an account.
  using Door = std::function<Visitor()>;
  using Somebody = std::function<const Visitor&(const std::string& role, RegionCode region)>;

  Playing(RunningHouse& house, AnswerCheck& check, cases::Desk& desk, FormFiller& filler, const procedures::Procedure& procedure, const procedures::ExampleWalk& example, RegionCode region, Somebody somebody, Door door)
      : house_(house), check_(check), desk_(desk), filler_(filler), procedure_(procedure), example_(example), region_(region), somebody_(std::move(somebody)), door_(std::move(door)) {}

  /// What went wrong; empty when it came where the example says.
  std::string run() {
    if (std::string wrong = begin(); !wrong.empty()) return wrong;
    for (const rules::SourceText& act : example_.acts)
      if (std::string wrong = play(act.text); !wrong.empty()) return act.text + ": " + wrong;
    const cases::OpenCase now = look();
    const std::string got = now.state.phase == procedures::Phase::ended ? now.state.ending : now.state.step;
    const std::string& wanted = example_.ending.empty() ? example_.step : example_.ending;
    return got == wanted ? replayed_otherwise() : "came to " + got + " instead of " + wanted;
  }

  /// Goes the shortest way to a branch where nobody has been, from there to the next, until the case has ended or nothing new lies ahead.
  std::string wander(const Branches& wanted, std::mt19937& random) {
    if (std::string wrong = begin_towards(wanted); !wrong.empty()) return wrong;
    constexpr int k_acts_at_most = 60;
    for (int acts = 0; acts < k_acts_at_most; ++acts) {
      const cases::OpenCase now = look();
      Branches left = wanted;
      for (const std::string& each : played_) left.erase(each);
      const std::vector<procedures::Allowed> way = Ways(procedure_, *desk_.services.calendar()).to(now.state, left);
      std::vector<procedures::Allowed> all;
      for (const procedures::Allowed& each : procedures::allowed(procedure_, now.state))
        if (!branch_of(procedure_, now.state, each).empty()) all.push_back(each);
      // Where no way is known yet, what an office fills in may open one.
      if (way.empty() && (all.empty() || now.state.phase == procedures::Phase::ended || acts > k_acts_at_most / 4)) return replayed_otherwise();
      const procedures::Allowed chosen = way.empty() ? all[random() % all.size()] : way.front();
      if (std::string wrong = go(now, chosen); !wrong.empty()) return branch_of(procedure_, now.state, chosen) + ": " + wrong;
    }
    return replayed_otherwise();
  }

  const Branches& played() const { return played_; }

 private:
  /// The case run again from its kept events comes to the same state, byte for byte; what is wrong otherwise.
  std::string replayed_otherwise() {
    return house_.store().read([&](store::Snapshot& snapshot) -> std::string {
      const cases::OpenCase kept = cases::open_case(desk_, snapshot, std::stoll(id_)).value();
      const auto again = cases::replayed(desk_, snapshot, kept);
      if (!again) return "replayed: " + again.error().code;
      std::string rebuilt;
      record::write_json(rebuilt, *again, record::View{true});
      return rebuilt == kept.file.state ? "" : "replayed: " + rebuilt + " instead of " + kept.file.state;
    });
  }

  std::string begin() {
    const auto values = filler_.applicant(blank(), given(), given_holds());
    return values ? begin_with(*values) : "no values were found that the form takes";
  }

  /// With a form that leads to one of these branches, if one is found soon.
  std::string begin_towards(const Branches& wanted) {
    constexpr int k_forms = 12;
    Branches ahead = wanted;
    ahead.erase("submit");
    const cases::OpenCase draft = blank();
    std::optional<json::object> first;
    for (int form = 0; form < k_forms; ++form) {
      // The example's own values first, then any.
      const auto values = filler_.applicant(draft, form == 0 ? given() : json::object{}, form == 0 ? given_holds() : "");
      if (values && !Ways(procedure_, *desk_.services.calendar()).to(draft.state, ahead, filler_.holds(draft, *values)).empty()) return begin_with(*values);
      if (values && !first) first = values;
    }
    return first ? begin_with(*first) : "no values were found that the form takes";
  }

  cases::OpenCase blank() const {
    cases::OpenCase draft{{}, std::make_shared<const procedures::Procedure>(procedure_), {}, {}, {}};
    draft.file.region = draft.state.region = region_;
    return draft;
  }

  std::string begin_with(const json::object& values) {
    if (std::string wrong = open(values); !wrong.empty()) return wrong;
    if (applicant_ == nullptr) played_.insert("submit");  // handed in when it was opened
    return "";
  }

  std::string go(const cases::OpenCase& now, const procedures::Allowed& what) {
    procedures::Event event;
    event.act = what.act;
    event.part = what.part;
    event.decision = what.decision;
    std::string wrong = event.act == Act::pass ? let_pass(now, event) : send(now, event, what.office);
    if (wrong.empty()) played_.insert(branch_of(procedure_, now.state, what));
    return wrong;
  }

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

  /// What went wrong: refused, or told otherwise than the API document has it.
  std::string wrong_in(const std::string& method, const std::string& target, const http::ClientAnswer& answer) {
    if (answer.status >= 300) return answer.body;
    const std::vector<std::string> faults = check_.faults(method, target, answer);
    return faults.empty() ? "" : faults.front();
  }

  std::string open(const json::object& values) {
    if (procedure_.applicants.empty()) return open_without_account(values);
    applicant_ = &somebody_(procedure_.applicants.front(), region_);
    const auto opened = applicant_->post("/api/cases", {{"procedure", procedure_.key}});
    if (const std::string wrong = wrong_in("POST", "/api/cases", opened); !wrong.empty()) return "open: " + wrong;
    id_ = std::string(json::parse(opened.body).at("case").at("id").as_string());
    const auto saved = applicant_->put("/api/cases/" + id_, {{"values", values}});
    if (const std::string wrong = wrong_in("PUT", "/api/cases/" + id_, saved); !wrong.empty()) return "save: " + wrong;
    for (const procedures::Paper& paper : procedure_.form.papers) {
      const auto sent = applicant_->ask("POST", "/api/cases/" + id_ + "/files?field=" + paper.key + "&name=paper.txt", "合格", "application/octet-stream");
      if (sent.status != 200) return "paper " + paper.key + ": " + sent.body;
    }
    return "";
  }

  std::string open_without_account(const json::object& values) {
    const auto opened = door_().post("/api/public/cases", {{"procedure", procedure_.key}, {"region", region_.text()}, {"values", values}});
    if (const std::string wrong = wrong_in("POST", "/api/public/cases", opened); !wrong.empty()) return "open: " + wrong;
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
    if (event.act == Act::pass && now.state.phase == procedures::Phase::asked) return go(now, {Act::pass, "", "", std::string(procedures::k_clock)});
    for (const procedures::Allowed& each : procedures::allowed(procedure_, now.state))
      if (each.act == event.act && each.part == event.part && each.decision == event.decision) return go(now, each);
    return "not allowed in " + now.state.step;
  }

  /// Lets time pass up to the deadline of this part: of this case alone, since the others of this test wait too.
  std::string let_pass(const cases::OpenCase& now, procedures::Event event) {
    if (now.state.phase == procedures::Phase::asked) event.part.clear();
    for (const procedures::Deadline& each : procedures::deadlines(procedure_, *desk_.services.calendar(), now.state)) {
      if (each.act != Act::pass || each.part != event.part) continue;
      event.id = "time/" + event.part + "/" + each.at.text();
      event.at = each.at;
      const auto outcome = house_.store().write({0, "system", "cases.time"}, [&](store::Writing& writing) -> Result<void> {
        auto open = cases::open_case(desk_, writing, std::stoll(id_));
        const auto done = cases::perform_by_time(desk_, writing, std::move(*open), event);
        if (!done) return done.error().front();
        return {};
      });
      return outcome.done() ? "" : "time did nothing: " + (outcome.refusal ? outcome.refusal->code : std::string());
    }
    return "nothing is due";
  }

  json::object body_of(const cases::OpenCase& now, const procedures::Event& event) {
    json::object body{{"part", event.part}, {"text", "示例"}};
    if (event.act == Act::rate) body["level"] = 1;
    if (event.decision.empty()) return body;
    body["decision"] = event.decision;
    if (event.act != Act::decide) return body;
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
      const std::string target = "/api/public/cases/acts/" + act;
      return wrong_in("POST", target, door_().post(target, body));
    }
    const Visitor& who = office == procedures::k_applicant || office == procedures::k_anyone ? (applicant_ != nullptr ? *applicant_ : somebody_("official", region_)) : actor(now, event, office);
    const std::string target = "/api/cases/" + id_ + "/acts/" + act;
    return wrong_in("POST", target, who.post(target, body));
  }

  const Visitor& actor(const cases::OpenCase& now, const procedures::Event&, const std::string& key) {
    const procedures::Office& office = *procedure_.find_office(key);
    const RegionCode place = office.level ? procedures::place_of_office(now.file.region, *office.level) : region_;
    return somebody_(office.roles.front(), place);
  }

  RunningHouse& house_;
  AnswerCheck& check_;
  cases::Desk& desk_;
  FormFiller& filler_;
  const procedures::Procedure& procedure_;
  const procedures::ExampleWalk& example_;
  RegionCode region_;
  Somebody somebody_;
  Door door_;
  const Visitor* applicant_ = nullptr;
  std::string id_, number_, code_;
  Branches played_;
};

}  // namespace laoyou::app
