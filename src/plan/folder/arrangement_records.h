// What stands around the goals of a plan: the documents it rests on, the bodies that carry it, what a place must offer, the words that plans share,
// and a target's share for single regions.
#pragma once

#include "plan/folder/records.h"

namespace laoyou::plan {

/// How a document stands to the plan.
enum class DocumentRelation {
  itself,       ///< the plan's own document
  basis,        ///< the plan carries it out (依据)
  carried_out,  ///< the plan asks that it be carried out (贯彻落实)
  earlier,      ///< what the place had issued before (既有制度)
  cited         ///< named for one measure
};
LAOYOU_ENUM(DocumentRelation, "document_relation", itself, basis, carried_out, earlier, cited)

/// A document (文件).
struct Document {
  std::string key;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> number;  ///< 文号
  std::optional<std::string> issuer;
  std::optional<Date> issued;
  DocumentRelation relation = DocumentRelation::cited;
  std::optional<RegionCode> region;   ///< whom it binds
  std::optional<std::string> stands_at;  ///< where the text is published by its issuer
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Document, "document", key, title, title_en, number, issuer, issued, relation, region, stands_at, note, source, unverified)

enum class BodyKind { leading_group, mechanism, office, working_group };
LAOYOU_ENUM(BodyKind, "body_kind", leading_group, mechanism, office, working_group)

/// A body set up to carry the plan (领导小组、工作专班).
struct Body {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  BodyKind kind = BodyKind::leading_group;
  std::optional<std::string> of;    ///< the body it belongs to
  std::vector<std::string> lead;    ///< units, or bodies they sit in
  std::vector<std::string> members; ///< units
  std::vector<std::string> duties;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Body, "body", key, name, name_en, kind, of, lead, members, duties, note, source, unverified)

enum class PostRole { head, deputy, member, office_head, office_deputy };
LAOYOU_ENUM(PostRole, "post_role", head, deputy, member, office_head, office_deputy)

/// Who sits in a body, by post and never by name (职务).
struct Post {
  std::string body;
  std::string post;
  std::optional<std::string> post_en;
  PostRole role = PostRole::member;
  std::optional<std::int32_t> count;  ///< how many hold it; nothing: one, or as many as there are
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Post, "post", body, post, post_en, role, count, note, source, unverified)

/// What a kind of place must or may offer (服务功能).
struct PlaceService {
  std::string key;
  std::string place;  ///< the kind of place, in the text's words
  std::string name;
  std::optional<std::string> name_en;
  Group group = Group::both;
  std::optional<Strength> strength;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(PlaceService, "place_service", key, place, name, name_en, group, strength, note, source, unverified)

/// A word for an indicator that all plans share, so that a province adds its cities up (共用指标).
struct Term {
  std::string term;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  bool adds_up = false;  ///< the whole is the sum of its parts
  std::string source;
};
LAOYOU_RECORD(Term, "term", term, name, name_en, unit, group, adds_up, source)

/// A region's own target of an indicator (目标分解).
struct RegionTarget {
  std::string indicator;
  RegionCode region;
  Period period;
  std::string target;  ///< ">= 500"
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(RegionTarget, "region_target", indicator, region, period, target, note, source, unverified)

/// Money that rules.yaml pays out, as it is written there (补贴).
struct Subsidy {
  std::string key;
  std::string name;
  std::string whom;  ///< RECORD where CONDITION
  std::string pays;
  std::optional<std::string> every;
  std::optional<std::string> unit;
  std::optional<std::string> document;
  bool example = false;  ///< the amounts are made up
  std::string source;
};
LAOYOU_RECORD(Subsidy, "subsidy", key, name, whom, pays, every, unit, document, example, source)

}  // namespace laoyou::plan
