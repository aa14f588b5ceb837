const columns = (text: string): readonly string[] => text.split(' ');

/**
 * The columns of the batch upload, in the order of a project that was uploaded
 * (ConservationInternational/Wildlife-Insights----Data-Migration, `Cafe_Fauna_wi_batch_upload`).
 */
export const wildlifeInsightsColumns = {
  projects: columns(
    'project_name project_id project_short_name project_objectives project_species project_species_individual project_sensor_layout project_sensor_layout_targeted_type project_bait_use project_bait_type project_stratification project_stratification_type project_sensor_method project_individual_animals project_blank_images project_sensor_cluster project_admin project_admin_email country_code embargo initiative_id metadata_license image_license',
  ),
  cameras: columns('project_id camera_id make model serial_number year_purchased'),
  deployments: columns(
    'project_id deployment_id subproject_name subproject_design placename longitude latitude start_date end_date event_name event_description event_type bait_type bait_description feature_type feature_type_methodology camera_id quiet_period camera_functioning sensor_height height_other sensor_orientation orientation_other recorded_by',
  ),
  images: columns(
    'project_id deployment_id image_id location identified_by wi_taxon_id class order family genus species common_name uncertainty timestamp number_of_objects highlighted age sex animal_recognizable individual_id individual_animal_notes markings',
  ),
} as const;

export type WildlifeInsightsTable = keyof typeof wildlifeInsightsColumns;
