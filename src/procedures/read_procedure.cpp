#include "procedures/read_procedure.h"

#include <filesystem>

#include "base/check.h"
#include "procedures/read_parts.h"
#include "procedures/version.h"

namespace laoyou::procedures {
namespace {

void read_head(Mapping& file, Procedure& procedure) {
  procedure.key = file.text("procedure", true);
  const std::string stem = std::filesystem::path(procedure.file).stem().string();
  if (!procedure.key.empty() && procedure.key != stem) file.reading().refuse_at(file.member("procedure"), refuse("procedures.key_not_file", {procedure.key, stem}));
  procedure.name = file.label(procedure.key);
  procedure.summary = file.words("summary");
  procedure.about = file.text("about");
  procedure.from = file.date("from", Date());
  if (file.has("until")) procedure.until = file.date("until", Date());
  file.in("apply", [&](Mapping& apply) {
    procedure.applicants = apply.texts("roles");
    procedure.anyone = apply.yes("anyone");
  });
  procedure.origin = file.origin();
}

void read_offices(Mapping& file, Procedure& procedure) {
  file.each("offices", [&](const std::string& key, Mapping& mapping) {
    Office office;
    office.key = key;
    office.place = mapping.place();
    office.name = mapping.label(key);
    office.roles = mapping.texts("roles");
    if (mapping.has("power")) office.power = mapping.choice("power", powers::Power::plan_read);
    office.level = mapping.level("level");
    procedure.offices.push_back(std::move(office));
  });
}

template <class T>
const T* find_key(const std::vector<T>& all, std::string_view key) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) { return each.key == key; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

Procedure read_procedure(const std::string& file_name, std::string_view text, Refusals& refusals) {
  Procedure procedure;
  procedure.file = file_name;
  procedure.place = file_name + ":1:1";
  procedure.version = version_of(text);
  procedure.text = text;
  Refusals found;
  const auto yaml = yaml::parse_yaml(text, found);
  for (Refusal& refusal : found) refusals.push_back(at(file_name + ":", std::move(refusal)));
  if (!yaml) return procedure;
  const yaml::TextPlaces places(file_name, text);
  const Reading reading{file_name, places, refusals};
  Mapping file(*yaml, reading);
  read_head(file, procedure);
  read_offices(file, procedure);
  read_form(file, procedure.form);
  read_steps(file, procedure);
  read_aftermath(file, procedure);
  file.finish();
  return procedure;
}

const FormField* Form::find(std::string_view key) const { return find_key(fields, key); }
const Paper* Form::find_paper(std::string_view key) const { return find_key(papers, key); }
int Form::find_group(std::string_view key) const {
  const FormGroup* found = find_key(groups, key);
  return found == nullptr ? -1 : static_cast<int>(found - groups.data());
}
const Decision* Step::find(std::string_view decision) const { return find_key(decisions, decision); }
const Part* Step::find_part(std::string_view part) const { return find_key(parts, part); }
const Step* Procedure::find_step(std::string_view step) const { return find_key(steps, step); }
const Ending* Procedure::find_ending(std::string_view ending) const { return find_key(endings, ending); }
const Document* Procedure::find_document(std::string_view document) const { return find_key(documents, document); }
const Office* Procedure::find_office(std::string_view office) const {
  static const Office k_the_applicant{std::string(k_applicant), {"申请人", "Applicant"}, {}, std::nullopt, std::nullopt, ""};
  if (office == k_applicant) return &k_the_applicant;
  return find_key(offices, office);
}

}  // namespace laoyou::procedures
