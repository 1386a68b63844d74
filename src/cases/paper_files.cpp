#include "cases/paper_files.h"

#include "cases/perform.h"
#include "files/records.h"

namespace laoyou::cases {

using procedures::Act;
using procedures::Phase;

collection::Collection paper_places(const OpenCase& open) {
  collection::Collection places;
  places.record = record::record_name<CaseFile>();
  places.path = "/api/cases";
  for (const procedures::Paper& paper : open.procedure->form.papers) {
    collection::FileField place = collection::papers();
    place.name = paper.key;
    place.label = {paper.name.zh, paper.name.en.empty() ? paper.name.zh : paper.name.en};
    places.files.push_back(std::move(place));
  }
  return places;
}

bool may_add_papers(const OpenCase& open, const procedures::Actor& actor) {
  if (actor.applicant && (open.state.phase == Phase::draft || open.state.phase == Phase::asked)) return true;
  if (open.state.phase != Phase::running) return false;
  const std::vector<procedures::Allowed> all = procedures::allowed(*open.procedure, open.state);
  return std::any_of(all.begin(), all.end(), [&](const procedures::Allowed& each) { return each.act == Act::decide && procedures::may(*open.procedure, open.state, each, actor); });
}

bool may_take_out(const OpenCase& open, const procedures::Actor& actor, Instant uploaded) {
  if (!actor.applicant) return false;
  return open.state.phase == Phase::draft || (open.state.phase == Phase::asked && open.state.changed && uploaded > *open.state.changed);
}

boost::json::object attached_papers(const store::Snapshot& snapshot, const OpenCase& open) {
  boost::json::object papers;
  if (open.procedure->form.papers.empty()) return papers;
  const store::Filter filter = store::Filter().equals("record", record::record_name<CaseFile>()).equals("record_id", store::Cell(open.file.id.number)).order_by("id");
  for (const files::File& file : snapshot.select<files::File>(store::Scope::country(), filter)) {
    if (open.procedure->form.find_paper(file.field) == nullptr) continue;
    if (!papers.contains(file.field)) papers[file.field] = boost::json::array();
    papers[file.field].as_array().emplace_back(file.name);
  }
  return papers;
}

}  // namespace laoyou::cases
