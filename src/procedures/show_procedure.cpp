#include "procedures/show_procedure.h"

#include <boost/describe.hpp>

#include "record/leaf.h"

namespace laoyou::procedures {
namespace {

namespace json = boost::json;

template <class E>
std::string name_of(E value) {
  return record::Leaf<E>::to_json_text(value);
}

std::string level_name(RegionLevel level) {
  constexpr std::array<std::string_view, 6> k_names{"country", "province", "city", "county", "street", "village"};
  return std::string(k_names[static_cast<std::size_t>(level)]);
}

json::array list(const std::vector<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

void put(json::object& into, std::string_view name, const std::string& text) {
  if (!text.empty()) into[name] = text;
}
void put(json::object& into, std::string_view name, const std::vector<std::string>& texts) {
  if (!texts.empty()) into[name] = list(texts);
}
void put_words(json::object& into, std::string_view prefix, const Words& words) {
  put(into, std::string(prefix) + "zh", words.zh);
  put(into, std::string(prefix) + "en", words.en.empty() ? words.zh : words.en);
}
void put_origin(json::object& into, const Origin& origin) {
  put(into, "source", origin.source);
  into["mark"] = name_of(origin.mark);
}

class Showing {
 public:
  explicit Showing(const Procedure& procedure) : procedure_(procedure) {}

  json::object whole() const {
    json::object all = procedure_line(procedure_);
    put_words(all, "summary_", procedure_.summary);
    all["from"] = procedure_.from.text();
    if (procedure_.until) all["until"] = procedure_.until->text();
    all["applicants"] = list(procedure_.applicants);
    all["anyone"] = procedure_.anyone;
    all["offices"] = each(procedure_.offices, [](const Office& office) { return office_json(office); });
    all["form"] = json::object{{"groups", each(procedure_.form.groups, [](const FormGroup& group) { return group_json(group); })},
                               {"fields", each(procedure_.form.fields, [&](const FormField& field) { return field_json(field); })}};
    all["papers"] = each(procedure_.form.papers, [&](const Paper& paper) { return paper_json(paper); });
    all["steps"] = each(procedure_.steps, [&](const Step& step) { return step_json(step); });
    all["endings"] = each(procedure_.endings, [](const Ending& ending) {
      json::object one{{"key", ending.key}, {"good", ending.good}};
      put_words(one, "", ending.name);
      return one;
    });
    all["documents"] = each(procedure_.documents, [](const Document& document) {
      json::object one{{"key", document.key}, {"text", document.text.text}};
      put_words(one, "", document.name);
      put_origin(one, document.origin);
      return one;
    });
    if (procedure_.decides_about) all["decides_about"] = json::object{{"record", procedure_.decides_about->record}, {"of", procedure_.decides_about->field}};
    all["remedies"] = each(procedure_.remedies, [](const Remedy& remedy) { return remedy_json(remedy); });
    put_acts(all);
    return all;
  }

 private:
  template <class T, class F>
  static json::array each(const std::vector<T>& all, F&& f) {
    json::array shown;
    for (const T& one : all) shown.push_back(f(one));
    return shown;
  }

  void put_condition(json::object& into, std::string_view name, Condition condition) const {
    if (!condition.given()) return;
    into[name] = procedure_.form.rules[static_cast<std::size_t>(condition.rule)].text.text;
    into[std::string(name) + "_rule"] = condition.rule;
  }

  static json::object office_json(const Office& office) {
    json::object one{{"key", office.key}};
    put_words(one, "", office.name);
    put(one, "roles", office.roles);
    if (office.power) one["power"] = name_of(*office.power);
    if (office.level) one["level"] = level_name(*office.level);
    return one;
  }

  static json::object group_json(const FormGroup& group) {
    json::object one{{"key", group.key}, {"by_office", group.by_office}};
    put_words(one, "", group.name);
    put_words(one, "help_", group.help);
    return one;
  }

  json::object field_json(const FormField& field) const {
    json::object one{{"key", field.key}, {"kind", name_of(field.kind)}, {"required", field.required}, {"many", field.many}, {"privacy", name_of(field.privacy)},
                     {"group", procedure_.form.groups[static_cast<std::size_t>(field.group)].key}};
    put_words(one, "", field.name);
    put_words(one, "help_", field.help);
    put_words(one, "says_", field.says);
    put(one, "unit", field.unit);
    put(one, "register", field.record);
    put(one, "from", field.prefilled);
    put(one, "example", field.example);
    put_condition(one, "when", field.when);
    put_condition(one, "check", field.check);
    if (!field.choices.empty())
      one["choices"] = each(field.choices, [](const Choice& choice) {
        json::object of{{"value", choice.code}};
        put_words(of, "", choice.name);
        return of;
      });
    if (!field.origin.source.empty()) put_origin(one, field.origin);
    return one;
  }

  json::object paper_json(const Paper& paper) const {
    json::object one{{"key", paper.key}, {"required", paper.required}, {"many", paper.many}};
    put_words(one, "", paper.name);
    put_words(one, "help_", paper.help);
    put(one, "must_say", paper.must_say);
    put_condition(one, "when", paper.when);
    put_origin(one, paper.origin);
    return one;
  }

  static json::object length_json(const Length& length) { return {{"count", length.count}, {"unit", name_of(length.unit)}, {"zh", length.zh()}, {"en", length.en()}}; }

  static json::object term_json(const Term& term) {
    json::object one{{"within", length_json(term.within)}, {"from_submission", term.from_submission}};
    if (term.remind) one["remind"] = length_json(*term.remind);
    if (term.passing.what == Passing::What::escalate) one["escalates_to"] = level_name(*term.passing.level);
    if (term.passing.what == Passing::What::decide) one["then"] = term.passing.decision;
    if (term.extension) one["extension"] = length_json(term.extension->by);
    put_origin(one, term.origin);
    return one;
  }

  json::object part_json(const Part& part) const {
    json::object one{{"key", part.key}, {"office", part.office}};
    put_words(one, "", part.name);
    put(one, "reads", part.reads);
    put_condition(one, "when", part.when);
    if (part.term) one["term"] = term_json(*part.term);
    return one;
  }

  static json::array reasons_json(const std::vector<Reason>& reasons) {
    return each(reasons, [](const Reason& reason) {
      json::object one{{"key", reason.key}};
      put_words(one, "", reason.name);
      put(one, "source", reason.source);
      return one;
    });
  }

  static json::object decision_json(const Decision& decision) {
    json::object one{{"key", decision.key}, {"needs_text", decision.needs_text}, {"changes_registers", !decision.changes.empty()}, {"published", decision.publishes.has_value()}};
    put_words(one, "", decision.name);
    put(one, "next", decision.next);
    put(one, "ending", decision.ending);
    put(one, "document", decision.document);
    put(one, "offices", decision.offices);
    if (!decision.reasons.empty()) one["reasons"] = reasons_json(decision.reasons);
    if (!decision.origin.source.empty()) put_origin(one, decision.origin);
    return one;
  }

  json::object step_json(const Step& step) const {
    json::object one{{"key", step.key}, {"transfer", step.transferable}};
    put_words(one, "", step.name);
    put_words(one, "help_", step.help);
    put_condition(one, "when", step.when);
    put(one, "otherwise", step.otherwise);
    put(one, "records", step.records);
    one["parts"] = each(step.parts, [&](const Part& part) { return part_json(part); });
    if (step.parts.size() > 1) one["joined"] = step.joining == Step::Joining::all ? "all" : step.joining == Step::Joining::any ? "any" : "lead";
    put(one, "lead", step.lead);
    one["decisions"] = each(step.decisions, [](const Decision& decision) { return decision_json(decision); });
    if (step.asking) {
      json::object asking{{"within", length_json(step.asking->within)}, {"times", step.asking->times}, {"ending", step.asking->ending}};
      put_words(asking, "", step.asking->name);
      asking["reasons"] = reasons_json(step.asking->reasons);
      put_origin(asking, step.asking->origin);
      one["asking"] = std::move(asking);
    }
    if (step.notice) {
      json::object notice{{"within", length_json(step.notice->within)}, {"shows", list(step.notice->shows)}};
      put_origin(notice, step.notice->origin);
      one["notice"] = std::move(notice);
    }
    put_origin(one, step.origin);
    return one;
  }

  static json::object remedy_json(const Remedy& remedy) {
    json::object one{{"key", remedy.key}, {"within", length_json(remedy.within)}, {"endings", list(remedy.endings)}};
    put_words(one, "", remedy.name);
    put_words(one, "to_", remedy.to);
    put(one, "procedure", remedy.procedure);
    put_origin(one, remedy.origin);
    return one;
  }

  void put_acts(json::object& all) const {
    if (procedure_.withdrawing) all["withdraw"] = json::object{{"ending", procedure_.withdrawing->ending}, {"not_in", list(procedure_.withdrawing->not_in)}};
    if (procedure_.suspending) all["suspend"] = json::object{{"reasons", reasons_json(procedure_.suspending->reasons)}};
    if (procedure_.merging) all["merge"] = json::object{{"ending", procedure_.merging->ending}};
    if (procedure_.rating) {
      json::object rating{{"low", procedure_.rating->low}, {"call_back", length_json(procedure_.rating->call_back)}, {"office", procedure_.rating->office}};
      put_origin(rating, procedure_.rating->origin);
      all["rating"] = std::move(rating);
    }
  }

  const Procedure& procedure_;
};

std::string target_text(const Procedure& procedure, const Decision& decision) {
  if (const Step* next = procedure.find_step(decision.next)) return "转" + next->name.zh;
  if (const Ending* ending = procedure.find_ending(decision.ending)) return "办结：" + ending->name.zh;
  return "";
}

}  // namespace

boost::json::object procedure_line(const Procedure& procedure) {
  json::object one{{"procedure", procedure.key}, {"layer", procedure.layer}, {"version", procedure.version}, {"steps_count", procedure.steps.size()}};
  put_words(one, "", procedure.name);
  put(one, "about", procedure.about);
  put_origin(one, procedure.origin);
  return one;
}

boost::json::object procedure_json(const Procedure& procedure) { return Showing(procedure).whole(); }

std::string procedure_text(const Procedure& procedure) {
  std::string text = procedure.name.zh + "（" + procedure.key + "，" + procedure.layer + "）" + procedure.origin.source + "\n";
  for (const Paper& paper : procedure.form.papers)
    text += "  材料 " + paper.name.zh + (paper.when.given() ? "（" + procedure.form.rules[static_cast<std::size_t>(paper.when.rule)].text.text + "）" : "") + "\t" + paper.origin.source + "\n";
  int number = 0;
  for (const Step& step : procedure.steps) {
    text += std::to_string(++number) + ". " + step.name.zh + "\t" + step.origin.source + (step.origin.mark == Mark::sourced ? "" : step.origin.mark == Mark::example ? "（示例）" : "（待核）") + "\n";
    if (step.notice) text += "   公示 " + step.notice->within.zh() + "\n";
    for (const Part& part : step.parts) {
      const Office* office = procedure.find_office(part.office);
      text += "   " + (step.parts.size() > 1 ? part.name.zh + "：" : std::string()) + (office == nullptr ? "" : office->name.zh) + (part.term ? "，" + part.term->within.zh() + "内" : "") + "\n";
    }
    if (step.asking) text += "   可要求补正，" + step.asking->within.zh() + "内补齐\n";
    for (const Decision& decision : step.decisions) text += "   → " + decision.name.zh + "，" + target_text(procedure, decision) + "\n";
  }
  return text;
}

}  // namespace laoyou::procedures
