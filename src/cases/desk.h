// What the files of this room share: a case opened with its procedure, its form evaluated, its actors known.
#pragma once

#include <mutex>

#include "cases/public_door.h"
#include "cases/room.h"
#include "http/context.h"
#include "procedures/form_values.h"

namespace laoyou::cases {

/// The versions that cases run by, read once.
class Versions {
 public:
  explicit Versions(const Services& services) : services_(services) {}
  /// Refused as "cases.version_unreadable" when its text no longer fits the registers.
  Result<ProcedurePtr> of(const store::Snapshot& snapshot, const CaseFile& file);

 private:
  const Services& services_;
  std::mutex mutex_;
  std::map<std::string, ProcedurePtr> kept_;
};

/// Services and what the room keeps beside them.
struct Desk {
  explicit Desk(Services given) : services(std::move(given)), versions(services) {}
  const Services services;
  Versions versions;
  PublicDoor door;
};
using DeskPtr = std::shared_ptr<Desk>;

/// A case with all that is needed to act on it.
struct OpenCase {
  CaseFile file;
  ProcedurePtr procedure;
  procedures::State state;
  boost::json::object values;  ///< of the form, applicant's and offices'
  boost::json::object papers;  ///< key -> list of names, as they were last handed in
};

/// Keeps the text by which a case of this procedure runs, and the fields of plans that it may read: a plan may drop them while the case runs.
void keep_version(const Services& services, store::Writing& writing, const procedures::Procedure& procedure);

/// The form as the case keeps it.
void read_form(const std::string& text, OpenCase& into);
std::string form_text(const OpenCase& open);

/// The case of that id; "cases.not_found" when it is not there. Who may see it is asked by sees().
Result<OpenCase> open_case(Desk& desk, store::Snapshot& snapshot, std::int64_t id);
/// The same of one that was read.
Result<OpenCase> opened(Desk& desk, const store::Snapshot& snapshot, const CaseFile& file);

store::Actor journal_actor(const http::Context& context);
/// The caller as the engine knows it.
procedures::Actor actor_of(const http::Caller& caller, const OpenCase& open);
/// The applicant, or somebody who acts for an office of the procedure at its place around the case. An account of an institution sees others' cases only
/// where the form names the institution or the case was handed to its unit.
bool sees(const http::Caller& caller, const OpenCase& open);
/// Whether the caller's role may open cases of the procedure.
bool may_open(const procedures::Procedure& procedure, const http::Caller& caller);
/// The institutions that the form names, in its order.
std::vector<std::int64_t> named_institutions(const OpenCase& open);

/// The form's rules over its values and the rows of registers that it names.
struct Evaluated {
  std::string holds;
  Refusals refusals;  ///< values that cannot be read
};
Evaluated evaluate(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Date today);
/// The same, for reading single values.
procedures::FormValues form_values(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Date today, Refusals& refusals);
/// Fills in what the registers know of the rows that the form names and the applicant has not said.
void prefill(Desk& desk, store::Snapshot& snapshot, OpenCase& open);

/// A register's cell as a value of the rule language, and back; texts have none.
rules::Value cell_value(const rules::Schema& schema, rules::Type type, const store::Cell& cell);
boost::json::value value_json(const rules::Schema& schema, rules::Type type, rules::Value value);

const collection::Collection* find_register(const Services& services, std::string_view record);

}  // namespace laoyou::cases
