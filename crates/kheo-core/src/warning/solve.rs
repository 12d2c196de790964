//! Linear equations with a symmetric, positive matrix (Cholesky).

use libm::sqrt;

/// The solution of `matrix · x = right`; only the lower half of the matrix is read.
pub(super) fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let width = right.len();
    for row in 0..width {
        for column in 0..=row {
            let (above, below) = matrix.split_at(row);
            let left: &[f64] = if column == row { &below[0] } else { &above[column] };
            let done: f64 = below[0].iter().zip(left).take(column).map(|(a, b)| a * b).sum();
            let rest = below[0][column] - done;
            let value =
                if column == row { sqrt(rest.max(1e-12)) } else { rest / above[column][column] };
            matrix[row][column] = value;
        }
    }
    for row in 0..width {
        let done: f64 = matrix[row].iter().zip(&right).take(row).map(|(a, b)| a * b).sum();
        right[row] = (right[row] - done) / matrix[row][row];
    }
    for row in (0..width).rev() {
        let done: f64 = (row + 1..width).map(|below| matrix[below][row] * right[below]).sum();
        right[row] = (right[row] - done) / matrix[row][row];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::solve;

    #[test]
    fn the_solution_solves_the_equations() {
        let matrix = vec![vec![4.0, 0.0, 0.0], vec![2.0, 5.0, 0.0], vec![1.0, 3.0, 6.0]];
        // The whole matrix is [[4, 2, 1], [2, 5, 3], [1, 3, 6]]; times (1, −2, 3) it is (3, 1, 13).
        let found = solve(matrix, vec![3.0, 1.0, 13.0]);
        for (found, expected) in found.iter().zip([1.0, -2.0, 3.0]) {
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        }
    }
}
