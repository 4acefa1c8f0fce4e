//! The best way through a scenario: what each scene can still bring, and the choice that brings it.

use super::scenario::{Scenario, SceneChoice};
use std::collections::BTreeMap;

pub struct Best<'a> {
    scenario: &'a Scenario,
    /// By the names of the scenes that the start leads to.
    ways: BTreeMap<&'a str, Way<'a>>,
    /// The scenes of a circle, if there is one. Its way back is no part of the best way.
    pub circle: Option<String>,
}

/// From a scene on.
struct Way<'a> {
    points: u32,
    /// None at an end.
    choice: Option<&'a SceneChoice>,
}

impl<'a> Best<'a> {
    /// Every choice must lead to a scene that exists.
    pub fn of(scenario: &'a Scenario) -> Self {
        let mut best = Self { scenario, ways: BTreeMap::new(), circle: None };
        best.explore(&scenario.start, &mut Vec::new());
        best
    }

    /// What the best way from a scene collects; 0 where the start does not lead.
    pub fn points_from(&self, scene: &str) -> u32 {
        self.ways.get(scene).map_or(0, |way| way.points)
    }

    pub fn reaches(&self, scene: &str) -> bool {
        self.ways.contains_key(scene)
    }

    /// The best choice of a scene, which leads to the most points in all. Of several such, the one that brings the most at
    /// once: it needs nothing to be made good later. None at an end.
    pub fn choice(&self, scene: &str) -> Option<&'a SceneChoice> {
        self.ways.get(scene)?.choice
    }

    /// Whether no other choice of the scene is better.
    pub fn is_best(&self, scene: &str, choice: &SceneChoice) -> bool {
        self.choice(scene).is_none_or(|best| self.rank(choice) >= self.rank(best))
    }

    /// Each scene from the start on with its best choice. The last one leads to an end.
    pub fn path(&self) -> Vec<(&'a str, &'a SceneChoice)> {
        let mut path = Vec::new();
        let mut at = self.scenario.start.as_str();
        while let Some(choice) = self.choice(at) {
            path.push((at, choice));
            at = &choice.next;
        }
        path
    }

    fn rank(&self, choice: &SceneChoice) -> (u32, u32) {
        (choice.points + self.points_from(&choice.next), choice.points)
    }

    /// A scene's way is known only when those that it leads to are: so no way returns to where it was.
    fn explore(&mut self, scene: &'a str, before: &mut Vec<&'a str>) {
        if self.reaches(scene) {
            return;
        }
        before.push(scene);
        let mut best: Option<&SceneChoice> = None;
        for choice in &self.scenario.scenes[scene].choices {
            if before.contains(&choice.next.as_str()) {
                self.circle.get_or_insert_with(|| before.join(" → "));
                continue;
            }
            self.explore(&choice.next, before);
            if best.is_none_or(|best| self.rank(choice) > self.rank(best)) {
                best = Some(choice);
            }
        }
        before.pop();
        self.ways.insert(scene, Way { points: best.map_or(0, |best| self.rank(best).0), choice: best });
    }
}

#[cfg(test)]
mod tests {
    use super::super::scenario::{Scene, SceneKind};
    use super::*;
    use crate::locale::Localised;
    use proptest::prelude::*;

    /// Of each scene by its number the choices: their points, and the number of the scene they lead to.
    fn scenario(scenes: &[Vec<(u32, usize)>]) -> Scenario {
        let choice = |(at, (points, next)): (usize, &(u32, usize))| SceneChoice {
            key: format!("k{at}"),
            text: Localised::default(),
            feedback: Localised::default(),
            points: *points,
            next: format!("s{next}"),
        };
        let scene = |choices: &Vec<(u32, usize)>| Scene {
            kind: SceneKind::Dialogue,
            speaker: None,
            service: None,
            text: Localised::default(),
            screen: None,
            choices: choices.iter().enumerate().map(choice).collect(),
        };
        let scenes = scenes.iter().enumerate().map(|(at, choices)| (format!("s{at}"), scene(choices)));
        Scenario { start: "s0".to_owned(), max_points: 0, scenes: scenes.collect() }
    }

    fn path(scenes: &[Vec<(u32, usize)>]) -> Vec<String> {
        let scenario = scenario(scenes);
        let path = Best::of(&scenario).path();
        path.into_iter().map(|(scene, choice)| format!("{scene}.{}", choice.key)).collect()
    }

    #[test]
    fn the_best_way_gives_up_a_point_now_for_more_later() {
        let scenes = [vec![(2, 2), (1, 1)], vec![(0, 3), (2, 3)], vec![(0, 3)], vec![]];
        assert_eq!(path(&scenes), ["s0.k1", "s1.k1"]);
        let scenario = scenario(&scenes);
        let (best, choices) = (Best::of(&scenario), &scenario.scenes["s0"].choices);
        assert_eq!((best.points_from("s0"), best.points_from("s2"), best.points_from("s3")), (3, 0, 0));
        assert!(best.is_best("s0", &choices[1]) && !best.is_best("s0", &choices[0]));
    }

    #[test]
    fn of_two_ways_that_bring_the_same_the_one_that_makes_nothing_good_is_best() {
        // A slip with a way to make it good brings as much as no slip.
        let scenes = [vec![(0, 1), (2, 2), (2, 2)], vec![(2, 2)], vec![]];
        assert_eq!(path(&scenes), ["s0.k1"]);
        let scenario = scenario(&scenes);
        let (best, choices) = (Best::of(&scenario), &scenario.scenes["s0"].choices);
        let is_best: Vec<bool> = choices.iter().map(|choice| best.is_best("s0", choice)).collect();
        assert_eq!(is_best, [false, true, true]);
    }

    #[test]
    fn an_end_at_once_has_no_way_and_a_circle_none_that_returns() {
        assert_eq!(path(&[vec![]]), [""; 0]);
        let scenes = [vec![(1, 1)], vec![(5, 0), (0, 2)], vec![]];
        assert_eq!(path(&scenes), ["s0.k0", "s1.k1"]);
        assert_eq!(Best::of(&scenario(&scenes)).circle.as_deref(), Some("s0 → s1"));
        assert_eq!(path(&[vec![(3, 0)]]), [""; 0]);
    }

    /// Scenes whose choices lead forwards, or anywhere.
    fn any_scenes(only_forwards: bool) -> impl Strategy<Value = Vec<Vec<(u32, usize)>>> {
        let choices = prop::collection::vec((0..4u32, 0..6usize), 1..4);
        prop::collection::vec(choices, 1..6).prop_map(move |mut scenes| {
            let end = scenes.len();
            for (at, choices) in scenes.iter_mut().enumerate() {
                for (_, next) in choices {
                    *next = if only_forwards { (at + 1 + *next).min(end) } else { (*next).min(end) };
                }
            }
            scenes.push(Vec::new());
            scenes
        })
    }

    proptest! {
        #[test]
        fn no_walk_brings_more_than_the_best_way(scenes in any_scenes(true), walk in prop::collection::vec(0..3usize, 6)) {
            let scenario = scenario(&scenes);
            let best = Best::of(&scenario);
            prop_assert!(best.circle.is_none());
            let keys: Vec<String> = best.path().iter().map(|(_, choice)| choice.key.clone()).collect();
            let way = scenario.follow(&keys).unwrap();
            prop_assert!(way.ended);
            prop_assert_eq!(way.points, best.points_from(&scenario.start));
            prop_assert!(way.taken.iter().all(|(scene, choice)| best.is_best(scene, choice)));
            // Any walk, to an end or not so far; and one of best choices only brings as much.
            let (mut keys, mut all_best) = (Vec::new(), true);
            for step in walk {
                let here = scenario.follow(&keys).unwrap();
                let choices = &scenario.scenes[here.scene].choices;
                let Some(choice) = choices.get(step % choices.len().max(1)) else { break };
                all_best &= best.is_best(here.scene, choice);
                keys.push(choice.key.clone());
                let walked = scenario.follow(&keys).unwrap();
                prop_assert!(walked.points <= way.points);
                prop_assert!(walked.points + best.points_from(walked.scene) <= way.points);
                prop_assert!(!(all_best && walked.ended) || walked.points == way.points);
            }
        }

        #[test]
        fn the_best_way_ends_whatever_the_scenes_are(scenes in any_scenes(false)) {
            let scenario = scenario(&scenes);
            let path = Best::of(&scenario).path();
            let met: std::collections::BTreeSet<&str> = path.iter().map(|(scene, _)| *scene).collect();
            prop_assert_eq!(met.len(), path.len(), "no scene comes twice");
        }
    }
}
