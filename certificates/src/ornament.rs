//! Line ornaments, as vectors: guilloche rosettes and bands, rings, stars, the emblem.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use printpdf::{CurTransMat, LineCapStyle, LinePoint, Op, PaintMode, PolygonRing};

use crate::paper::{Ink, Paper, control, corner};

/// How far the control points of a quarter circle stand, as a part of the radius.
const QUARTER: f32 = 0.552_285;

/// A place on the page, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub x: f32,
    pub y: f32,
}

impl Spot {
    fn at(self, angle: f32, radius: f32) -> (f32, f32) {
        (self.x + radius * angle.cos(), self.y + radius * angle.sin())
    }
}

/// One ellipse, turned around a centre as often as the rosette has petals.
#[derive(Clone, Copy)]
pub(crate) struct Rosette {
    pub petals: u16,
    /// From the centre to the ellipse's own centre.
    pub reach: f32,
    pub long: f32,
    pub short: f32,
    pub thickness: f32,
}

impl Rosette {
    pub fn draw(self, paper: &mut Paper, centre: Spot, ink: Ink) {
        let petal = ellipse(Spot { x: self.reach, y: 0.0 }, self.long, self.short);
        let step = TAU / f32::from(self.petals);
        paper.pen(ink, self.thickness);
        // Each turn starts from the one before: the petals are then equal bytes, which compress to almost nothing.
        paper.aside(|paper| {
            shift(paper, centre);
            for _ in 0..self.petals {
                paper.polygon(vec![petal.clone()], PaintMode::Stroke);
                turn(paper, Spot { x: 0.0, y: 0.0 }, step);
            }
        });
    }
}

/// A band of crossing waves from `left` to `right`, on the line `y`.
pub(crate) fn band(paper: &mut Paper, left: f32, right: f32, y: f32, height: f32, ink: Ink) {
    let waves = ((right - left) / (height * 4.8)).round();
    let length = (right - left) / waves;
    let strands: Vec<Vec<LinePoint>> =
        [1.0, 0.7, 0.4, -0.4, -0.7, -1.0].map(|part| wave(length, part * height / 2.0)).to_vec();
    paper.pen(ink, 0.4);
    paper.aside(|paper| {
        shift(paper, Spot { x: left, y });
        for _ in 0..waves as u16 {
            for points in &strands {
                paper.ops.push(Op::DrawLine { line: printpdf::Line { points: points.clone(), is_closed: false } });
            }
            shift(paper, Spot { x: length, y: 0.0 });
        }
    });
}

/// One wave from the origin: up, then down.
fn wave(length: f32, swing: f32) -> Vec<LinePoint> {
    let half = length / 2.0;
    let peak = swing * 1.33;
    vec![
        corner(0.0, 0.0),
        control(half * 0.36, peak),
        control(half * 0.64, peak),
        corner(half, 0.0),
        control(half * 1.36, -peak),
        control(half * 1.64, -peak),
        corner(length, 0.0),
    ]
}

/// A round with soft lobes, like the edge of a wax seal.
pub(crate) fn scalloped(centre: Spot, radius: f32, lobes: u16, depth: f32) -> PolygonRing {
    let step = TAU / f32::from(lobes);
    let inner = radius - depth;
    let (x, y) = centre.at(0.0, inner);
    let mut points = vec![corner(x, y)];
    for lobe in 0..lobes {
        let from = f32::from(lobe) * step;
        for (part, is_control) in [(0.2, true), (0.8, true), (1.0, false)] {
            let reach = if is_control { radius + depth / 3.0 } else { inner };
            let (x, y) = centre.at(from + part * step, reach);
            points.push(if is_control { control(x, y) } else { corner(x, y) });
        }
    }
    PolygonRing { points }
}

pub(crate) fn circle(centre: Spot, radius: f32) -> PolygonRing {
    ellipse(centre, radius, radius)
}

pub(crate) fn star(centre: Spot, radius: f32) -> PolygonRing {
    let points = (0..10_u8).map(|point| {
        let reach = if point % 2 == 0 { radius } else { radius * 0.42 };
        let (x, y) = centre.at(FRAC_PI_2 + f32::from(point) * PI / 5.0, reach);
        corner(x, y)
    });
    PolygonRing { points: points.collect() }
}

/// Connectoo's two o's, linked: someone and the one who helps.
pub(crate) fn linked_rings(paper: &mut Paper, centre: Spot, radius: f32, inks: (Ink, Ink), ground: Ink) {
    let thickness = radius * 0.3;
    let apart = radius * 0.64;
    let left = Spot { x: centre.x - apart, y: centre.y };
    let right = Spot { x: centre.x + apart, y: centre.y };
    paper.stroke(vec![circle(left, radius)], inks.0, thickness);
    paper.stroke(vec![circle(right, radius)], ground, thickness * 1.8);
    paper.stroke(vec![circle(right, radius)], inks.1, thickness);
    // Above, the left ring passes over the right one.
    let crossing = (apart / radius).acos();
    let over = |reach: f32| arc(left, radius, crossing - reach, crossing + reach);
    paper.aside(|paper| {
        paper.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Butt });
        paper.stroke_open(over(0.42), ground, thickness * 1.8);
        paper.stroke_open(over(0.60), inks.0, thickness);
    });
}

fn arc(centre: Spot, radius: f32, from: f32, to: f32) -> Vec<LinePoint> {
    let reach = radius * 4.0 / 3.0 * ((to - from) / 4.0).tan();
    let (start, end) = (centre.at(from, radius), centre.at(to, radius));
    vec![
        corner(start.0, start.1),
        control(start.0 - reach * from.sin(), start.1 + reach * from.cos()),
        control(end.0 + reach * to.sin(), end.1 - reach * to.cos()),
        corner(end.0, end.1),
    ]
}

fn ellipse(centre: Spot, long: f32, short: f32) -> PolygonRing {
    let Spot { x, y } = centre;
    let (far, high) = (long * QUARTER, short * QUARTER);
    PolygonRing {
        points: vec![
            corner(x + long, y),
            control(x + long, y + high),
            control(x + far, y + short),
            corner(x, y + short),
            control(x - far, y + short),
            control(x - long, y + high),
            corner(x - long, y),
            control(x - long, y - high),
            control(x - far, y - short),
            corner(x, y - short),
            control(x + far, y - short),
            control(x + long, y - high),
            corner(x + long, y),
        ],
    }
}

/// Moves the origin to the centre and turns the page around it.
pub(crate) fn turn(paper: &mut Paper, centre: Spot, angle: f32) {
    let short = |value: f32| (value * 1e6).round() / 1e6;
    let (sine, cosine) = (short(angle.sin()), short(angle.cos()));
    let matrix = CurTransMat::Raw([cosine, sine, -sine, cosine, short(centre.x), short(centre.y)]);
    paper.ops.push(Op::SetTransformationMatrix { matrix });
}

/// Moves the origin to the corner and makes one unit as long as `unit` points.
pub(crate) fn scale(paper: &mut Paper, corner: Spot, unit: f32) {
    let matrix = CurTransMat::Raw([unit, 0.0, 0.0, unit, corner.x, corner.y]);
    paper.ops.push(Op::SetTransformationMatrix { matrix });
}

fn shift(paper: &mut Paper, by: Spot) {
    turn(paper, by, 0.0);
}
