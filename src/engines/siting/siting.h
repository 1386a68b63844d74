#pragma once

#include "base/result.h"
#include "engines/siting/effort.h"
#include "engines/siting/siting_answer.h"
#include "engines/siting/siting_problem.h"

namespace laoyou::siting {

/// Chooses places for `problem`; a client without people binds nobody and is served by none. Refused with every reason found when no choice can meet the requirements:
///   siting.input                 {what}                 a figure outside its range
///   siting.limit_missing         {}                     neither a number of places nor a budget where one is needed
///   siting.radius_missing        {}                     reach_most and reach_all need one
///   siting.existing_exceed_limit {existing, allowed}    more places exist than may be open
///   siting.client_out_of_reach   {clients, first}       no place at all (within the radius) for that many clients with people; the
///                                                       first by its number from 0
///   siting.too_few_places        {needed, allowed}      reach_all needs more places
///   siting.budget_too_small      {needed, budget}       reach_all needs more fen
///   siting.capacity_too_small    {capacity, people}     all allowed places together cannot serve everybody
///   siting.no_choice_fits        {}                     proved that the requirements together cannot be met; followed by a refusal for each
///                                                       requirement without which the others could: siting.met_without_most_places, …_budget,
///                                                       …_capacity, …_least_use, …_radius; none where two or more must give way at once
///   siting.time_over             {}                     no choice was found before the work had to stop
CheckedResult<SitingAnswer> solve(const SitingProblem& problem, const Effort& effort);

/// In which order the places of an answer are best built, the existing ones left out. For each prefix of the order the
/// goal is measured (people not reached, or travel); the order has the least sum of these, exactly for up to 12 places
/// and 50,000 clients, beyond that place by place. Capacities are not looked at.
std::vector<std::int32_t> building_order(const SitingProblem& problem, const std::vector<std::int32_t>& open);

}  // namespace laoyou::siting
