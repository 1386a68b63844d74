// What a procedure asks: fields in groups, papers, and the rules over them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "record/describe.h"
#include "rules/tree/book.h"

namespace laoyou::procedures {

/// The same text in both languages; English may be missing where the plan's author gave none.
struct Words {
  std::string zh, en;
  bool empty() const { return zh.empty(); }
};

/// How well a statement is proved.
enum class Mark {
  sourced,     ///< the clause was read
  unverified,  ///< the clause is cited from memory
  example      ///< no document says so; a design choice to start from
};
LAOYOU_ENUM(Mark, "mark", sourced, unverified, example)

struct Origin {
  std::string source;
  Mark mark = Mark::sourced;
};

/// A rule of the form that answers yes or no: its position in Form::rules, or none.
struct Condition {
  int rule = -1;
  bool given() const { return rule >= 0; }
};

enum class FieldKind { text, long_text, whole, measure, money, share, yes_no, day, period, choice, region, reference, id_number, credit_code, phone };
LAOYOU_ENUM(FieldKind, "form_field_kind", text, long_text, whole, measure, money, share, yes_no, day, period, choice, region, reference, id_number, credit_code, phone)

enum class FieldPrivacy { open, personal, sensitive };
LAOYOU_ENUM(FieldPrivacy, "form_field_privacy", open, personal, sensitive)

struct Choice {
  std::string code;
  Words name;
};

struct FormField {
  std::string key;
  Words name, help;
  FieldKind kind = FieldKind::text;
  std::string unit;
  std::vector<Choice> choices;
  bool many = false;         ///< several choices; rules do not see them
  std::string record;        ///< reference: the register
  bool required = true;
  Condition when;            ///< asked only where it holds
  Condition check;
  Words says;                ///< what a value that fails the check is told
  std::string prefilled;     ///< "place.floor_area_m2": a reference field of this form and a field of its register
  std::string example;
  FieldPrivacy privacy = FieldPrivacy::open;
  Origin origin;
  int group = -1;
  std::string place;
};

struct FormGroup {
  std::string key;
  Words name, help;
  bool by_office = false;  ///< filled in by who acts on a step, not by the applicant
  std::string place;
};

/// A condition over several fields.
struct FormCheck {
  Condition rule;
  Words says;
  std::string field;  ///< where it is told
  std::string place;
};

/// A paper (材料) that is wanted.
struct Paper {
  std::string key;
  Words name, help;
  Condition when;
  bool required = true;
  bool many = false;
  std::string must_say;
  Origin origin;
  std::string place;
};

/// One rule text of the form and, once checked, its tree: position in `Form::book`.
struct FormRule {
  rules::SourceText text;
  int in_book = -1;
};

struct Form {
  std::vector<FormGroup> groups;
  std::vector<FormField> fields;
  std::vector<FormCheck> checks;
  std::vector<Paper> papers;
  std::vector<FormRule> rules;
  std::shared_ptr<const rules::Book> book;  ///< null until checked; its last record is the form

  const FormField* find(std::string_view key) const;
  const Paper* find_paper(std::string_view key) const;
  int find_group(std::string_view key) const;
};

}  // namespace laoyou::procedures
