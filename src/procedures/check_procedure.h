// What must hold in a procedure before it may run. Everything that is wrong is said at once, each with "file:line:column".
#pragma once

#include "powers/role.h"
#include "procedures/procedure.h"

namespace laoyou::procedures {

/// A register that decisions may change.
struct Register {
  std::string record;    ///< as the rules' schema calls it
  powers::Power write;   ///< who may change it by hand may change it by a decision
  std::vector<std::string> follows = {};  ///< fields that say what other records hold: set there, never here
};

/// A record with acts of its own that decisions may carry out.
struct ActedRecord {
  struct Act {
    std::string name;
    std::vector<powers::Power> powers;  ///< any of them lets an account do it
  };
  std::string record;
  std::vector<Act> acts;
  std::vector<std::string> fields;  ///< that a form may take over from it
};

/// What surrounds a procedure.
struct World {
  const rules::Schema& schema;          ///< of the registers
  std::vector<Register> registers;
  std::vector<powers::Role> roles;      ///< of the plan's layers
  std::vector<std::string> procedures;  ///< keys of all procedures of the plan
  std::vector<ActedRecord> acted = {};

  const ActedRecord* find_acted(std::string_view record) const;
};

/// The form's rules checked and put into form.book (null where one of them is refused); refusals of the form's own parts.
/// Codes: procedures.repeated_name, .reserved_name, .no_choices, .not_a_choice_field, .unknown_register, .unknown_unit, .unknown_field, .unknown_prefill,
/// .not_a_condition, .no_says, and those of the rule language.
void check_form(Procedure& procedure, const World& world, Refusals& refusals);

/// Names that lead nowhere: .unknown_step, .unknown_ending, .unknown_office, .unknown_document, .unknown_reading, .unknown_decision, .unknown_procedure,
/// .unknown_role, .unknown_placeholder; and what is there for nothing: .unused_office, .unused_document, .paper_unread.
void check_names(const Procedure& procedure, const World& world, Refusals& refusals);

/// The way of a case: .no_steps, .no_decisions, .two_ways, .no_way, .unreachable_step, .unreachable_ending, .no_way_out, .no_otherwise, .lead_unknown,
/// .notice_decisions, .term_without_owner, .decision_without_document, .consent_without_clause, .no_source, .not_above,
/// .circle, .extension_unit.
void check_flow(const Procedure& procedure, Refusals& refusals);

/// Who may: .no_actor, .change_beyond_power, .unknown_register, .unknown_register_field, .change_without_row, .change_type,
/// .unknown_record_act, .record_act_unattended.
void check_powers(const Procedure& procedure, const World& world, Refusals& refusals);

/// All of them, and the procedure's own examples played (check_examples.h); in the order of the file.
void check_procedure(Procedure& procedure, const World& world, Refusals& refusals);

/// A version that a case keeps, read again from its text: it was proved when it was loaded first. Refused where its form no longer fits the registers.
CheckedResult<Procedure> read_again(const std::string& file, std::string_view text, const rules::Schema& schema);

/// "a, b, c"
std::string joined(const std::vector<std::string>& names);

/// The keys of things that have one.
template <class T>
std::vector<std::string> keys_of(const std::vector<T>& all) {
  std::vector<std::string> keys;
  for (const T& each : all) keys.push_back(each.key);
  return keys;
}

}  // namespace laoyou::procedures
