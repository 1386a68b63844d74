#include <set>

#include "procedures/check_procedure.h"
#include "procedures/document_text.h"

namespace laoyou::procedures {
namespace {

class NameCheck {
 public:
  NameCheck(const Procedure& procedure, const World& world, Refusals& refusals) : procedure_(procedure), world_(world), refusals_(refusals) {}

  void run() {
    for (const std::string& role : procedure_.applicants) check_role(procedure_.place, role);
    for (const Office& office : procedure_.offices)
      for (const std::string& role : office.roles) check_role(office.place, role);
    for (const Step& step : procedure_.steps) check_step(step);
    check_rest();
    check_placeholders();
    check_used();
  }

 private:
  void add(const std::string& place, std::string_view code, std::vector<std::string> words) { refusals_.push_back(at(place, refuse(code, std::move(words)))); }

  void check_role(const std::string& place, const std::string& role) {
    const bool known = std::any_of(world_.roles.begin(), world_.roles.end(), [&](const powers::Role& each) { return each.role == role; });
    if (!known) add(place, "procedures.unknown_role", {role});
  }
  void check_step_name(const std::string& place, const std::string& name) {
    if (!name.empty() && procedure_.find_step(name) == nullptr) add(place, "procedures.unknown_step", {name, joined(keys_of(procedure_.steps))});
  }
  void check_ending(const std::string& place, const std::string& name) {
    if (!name.empty() && procedure_.find_ending(name) == nullptr) add(place, "procedures.unknown_ending", {name, joined(keys_of(procedure_.endings))});
  }
  void check_office(const std::string& place, const std::string& name) {
    used_offices_.insert(name);
    if (!name.empty() && procedure_.find_office(name) == nullptr) add(place, "procedures.unknown_office", {name, joined(keys_of(procedure_.offices))});
  }
  void check_document(const std::string& place, const std::string& name) {
    used_documents_.insert(name);
    if (!name.empty() && procedure_.find_document(name) == nullptr) add(place, "procedures.unknown_document", {name, joined(keys_of(procedure_.documents))});
  }
  void check_fields(const std::string& place, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (procedure_.form.find(name) == nullptr) add(place, "procedures.unknown_field", {name, joined(keys_of(procedure_.form.fields))});
  }

  void check_step(const Step& step) {
    check_step_name(step.place, step.otherwise);
    for (const Part& part : step.parts) check_part(step, part);
    for (const Decision& decision : step.decisions) {
      check_step_name(decision.place, decision.next);
      check_ending(decision.place, decision.ending);
      check_document(decision.place, decision.document);
      for (const std::string& office : decision.offices) check_office(decision.place, office);
      if (decision.publishes) check_fields(decision.publishes->place, decision.publishes->shows);
    }
    if (step.asking) {
      check_ending(step.asking->place, step.asking->ending);
      check_document(step.asking->place, step.asking->document);
    }
    if (step.notice) check_fields(step.notice->place, step.notice->shows);
    const int group = procedure_.form.find_group(step.records);
    if (!step.records.empty() && (group < 0 || !procedure_.form.groups[static_cast<std::size_t>(group)].by_office)) add(step.place, "procedures.unknown_reading", {step.records});
  }

  void check_part(const Step& step, const Part& part) {
    check_office(part.place, part.office);
    for (const std::string& name : part.reads) {
      if (name == "all") read_all_ = true;
      read_.insert(name);
      if (name != "all" && procedure_.form.find_paper(name) == nullptr && procedure_.form.find_group(name) < 0) add(part.place, "procedures.unknown_reading", {name});
    }
    if (!part.term) return;
    const Passing& passing = part.term->passing;
    if (passing.what == Passing::What::decide && !passing.decision.empty() && step.find(passing.decision) == nullptr)
      add(passing.place, "procedures.unknown_decision", {passing.decision, joined(keys_of(step.decisions))});
    if (part.term->extension) check_office(part.term->extension->place, part.term->extension->office);
  }

  void check_rest() {
    if (procedure_.withdrawing) {
      check_ending(procedure_.withdrawing->place, procedure_.withdrawing->ending);
      check_document(procedure_.withdrawing->place, procedure_.withdrawing->document);
      for (const std::string& step : procedure_.withdrawing->not_in) check_step_name(procedure_.withdrawing->place, step);
    }
    if (procedure_.merging) check_ending(procedure_.merging->place, procedure_.merging->ending);
    if (procedure_.rating) check_office(procedure_.rating->place, procedure_.rating->office);
    for (const Remedy& remedy : procedure_.remedies) {
      for (const std::string& ending : remedy.endings) check_ending(remedy.place, ending);
      const bool known = std::find(world_.procedures.begin(), world_.procedures.end(), remedy.procedure) != world_.procedures.end();
      if (!remedy.procedure.empty() && !known) add(remedy.place, "procedures.unknown_procedure", {remedy.procedure});
    }
    if (!procedure_.about.empty() && world_.schema.find_record(procedure_.about) < 0) add(procedure_.place, "procedures.unknown_register", {procedure_.about, ""});
  }

  void check_placeholders() {
    for (const Document& document : procedure_.documents)
      for (const Placeholder& each : placeholders(document.text.text))
        if (!known_to_case(each.name) && procedure_.form.find(each.name) == nullptr)
          add(document.text.place(each.begin), "procedures.unknown_placeholder", {each.name});
  }

  void check_used() {
    for (const Office& office : procedure_.offices)
      if (!used_offices_.contains(office.key)) add(office.place, "procedures.unused_office", {office.key});
    for (const Document& document : procedure_.documents)
      if (!used_documents_.contains(document.key)) add(document.place, "procedures.unused_document", {document.key});
    for (const Paper& paper : procedure_.form.papers)
      if (!read_all_ && !read_.contains(paper.key)) add(paper.place, "procedures.paper_unread", {paper.key});
  }

  const Procedure& procedure_;
  const World& world_;
  Refusals& refusals_;
  std::set<std::string> used_offices_, used_documents_, read_;
  bool read_all_ = false;
};

}  // namespace

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

void check_names(const Procedure& procedure, const World& world, Refusals& refusals) { NameCheck(procedure, world, refusals).run(); }

}  // namespace laoyou::procedures
