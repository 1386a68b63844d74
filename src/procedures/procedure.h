// A procedure as its file says it: who may ask for what, on which form and papers, who decides in which term, and what follows. Plain data;
// read_procedure.h reads it, check_procedure.h proves it, the engine runs it. docs/procedures.md shows a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/region_code.h"
#include "powers/power.h"
#include "procedures/form.h"
#include "procedures/length.h"
#include "rules/text/source.h"

namespace laoyou::procedures {

/// Who acts: the applicant (申请人), or offices of a level (某级某部门) by the region of the case.
struct Office {
  std::string key;  ///< "applicant" is known without being declared
  Words name;
  std::vector<std::string> roles;       ///< codes of roles.csv, any of them
  std::optional<powers::Power> power;   ///< held besides
  std::optional<RegionLevel> level;     ///< nothing: of any level around the case
  std::string place;
};
inline constexpr std::string_view k_applicant = "applicant";

/// What happens when a term passes without a decision.
struct Passing {
  enum class What {
    remind,    ///< the one who is late is told, nothing else
    escalate,  ///< the level above is told and may act too
    decide     ///< the decision is taken by silence (默示同意, or lapsing of an applicant's step)
  };
  What what = What::remind;
  std::optional<RegionLevel> level;  ///< escalate
  std::string decision;              ///< decide
  Origin origin;
  std::string place;
};

/// A longer term that may be granted.
struct Extension {
  Length by;
  std::string office;  ///< whose decision it is
  std::int32_t times = 1;
  Origin origin;
  std::string place;
};

/// A time within which something must be done. It does not run while the applicant must supply something or the case is suspended.
struct Term {
  Length within;
  bool from_submission = false;  ///< counted from the day of submission, not from the step's begin
  std::optional<Length> remind;  ///< before it passes
  Passing passing;
  std::optional<Extension> extension;
  Origin origin;
  std::string place;
};

/// One reason to choose from; free text may stand beside it.
struct Reason {
  std::string key;
  Words name;
  std::string source;
};

/// A change of a register that a decision makes, in the same transaction.
struct RegisterChange {
  std::string record;      ///< "institution"
  std::string field;       ///< the form's reference field that names the row; empty: a new row
  struct Setting {
    std::string field;     ///< of the record
    rules::SourceText value;  ///< a literal of the field's type, or an expression over the form
    int rule = -1;         ///< of Form::rules, set when it is an expression
  };
  std::vector<Setting> settings;
  std::string place;
};

/// A list on which a decision is made public.
struct PublicList {
  Words name;
  std::vector<std::string> shows;  ///< fields of the form
  std::string place;
};

struct Decision {
  std::string key;
  Words name;
  std::string next;    ///< the step that follows
  std::string ending;  ///< or the ending
  std::vector<std::string> offices;  ///< who may take it, where not all who hold the step may
  std::vector<Reason> reasons;
  bool needs_text = false;
  std::string document;
  std::string no_document;  ///< why none is due
  std::vector<RegisterChange> changes;
  std::string carries_out;  ///< an act on the record that the case decides about (Procedure::decides_about)
  std::optional<PublicList> publishes;
  Origin origin;
  std::string place;
};

/// One office's share of a step. A step that is not split has one part, named as the step.
struct Part {
  std::string key;
  Words name;
  std::string office;
  std::vector<std::string> reads;  ///< papers and form groups; "all"
  Condition when;                  ///< the part falls away where this does not hold
  std::optional<Term> term;
  std::string place;
};

/// Asking the applicant for what is missing (补正).
struct Asking {
  Words name;
  Length within;
  std::int32_t times = 1;  ///< 一次性告知: as often as the regulation lets
  std::string ending;      ///< when the applicant does not answer
  std::string document;
  std::vector<Reason> reasons;
  Origin origin;
  std::string place;
};

/// A public notice (公示). Without objections the first decision of the step is taken when its days are over, with objections the second.
struct Notice {
  Length within;
  std::vector<std::string> shows;
  Origin origin;
  std::string place;
};

struct Step {
  enum class Joining { all, any, lead };

  std::string key;
  Words name;
  std::vector<Part> parts;
  Joining joining = Joining::all;
  std::string lead;  ///< key of the part that decides, after the others have said their opinion
  std::vector<Decision> decisions;  ///< from best to worst
  Condition when;                   ///< the step is passed over where this does not hold
  std::string otherwise;            ///< the step then taken
  std::optional<Asking> asking;
  std::optional<Notice> notice;
  bool transferable = false;
  std::string records;  ///< form group filled in by who acts here
  Words help;
  Origin origin;
  std::string place;

  bool is_notice() const { return notice.has_value(); }
  const Decision* find(std::string_view decision) const;
  const Part* find_part(std::string_view part) const;
};

struct Ending {
  std::string key;
  Words name;
  bool good = false;  ///< the applicant got what was asked for
  std::string place;
};

/// A printed document (文书): its text with {{names}} of form fields and of what the case knows.
struct Document {
  std::string key;
  Words name;
  rules::SourceText text;
  Origin origin;
  std::string place;
};

struct Withdrawing {
  std::string ending;
  std::vector<std::string> not_in;  ///< steps in which it is too late
  std::string document;
  Origin origin;
  std::string place;
};

struct Suspending {
  std::vector<Reason> reasons;
  Origin origin;
  std::string place;
};

struct Merging {
  std::string ending;
  std::string place;
};

/// What may be done against an ending (救济).
struct Remedy {
  std::string key;
  Words name;
  std::string procedure;             ///< a follow-up case; empty: outside the platform
  Words to;
  Length within;
  std::vector<std::string> endings;  ///< none: all
  Origin origin;
  std::string place;
};

/// 好差评: five levels; a low one is called back within the term.
struct Rating {
  std::int32_t low = 2;  ///< so many of the lowest levels count as bad
  Length call_back;
  std::string office;
  Origin origin;
  std::string place;
};

/// One act of an example: "submit", "receive.accept", "review.fire.agree", "receive.ask", "supply", "receive.passes", "withdraw".
struct ExampleWalk {
  std::vector<rules::SourceText> given_names, given_values;
  std::vector<rules::SourceText> acts;
  std::string ending;
  std::string step;
  std::string place;
};

/// A record with acts of its own, about which the case decides: while the case runs nobody acts on it beside the case.
struct DecidedRecord {
  std::string record;  ///< "subsidy_run"
  std::string field;   ///< the form's reference field that names it
  std::string place;
};

struct Procedure {
  std::string key, layer, version;  ///< version: digest of the file's text
  Words name, summary;
  std::string about;  ///< the register it speaks of, if any
  Date from;
  std::optional<Date> until;
  std::vector<std::string> applicants;  ///< roles that may open a case
  bool anyone = false;                  ///< also somebody without an account
  std::vector<Office> offices;
  Form form;
  std::vector<Step> steps;  ///< the first is where a submitted case begins
  std::vector<Ending> endings;
  std::vector<Document> documents;
  std::optional<Withdrawing> withdrawing;
  std::optional<Suspending> suspending;
  std::optional<Merging> merging;
  std::vector<Remedy> remedies;
  std::optional<Rating> rating;
  std::optional<DecidedRecord> decides_about;
  std::vector<ExampleWalk> examples;
  Origin origin;
  std::string file;
  std::string text;  ///< the whole file: a running case keeps it
  std::string place;

  const Step* find_step(std::string_view key) const;
  const Ending* find_ending(std::string_view key) const;
  const Document* find_document(std::string_view key) const;
  const Office* find_office(std::string_view key) const;
};

}  // namespace laoyou::procedures
